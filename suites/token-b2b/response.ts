import type { TokenB2b } from '../../schemas/resolved.js';
import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { judged } from '../../src/engine/checks/judged.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { tokenB2b } from './token-b2b.js';

/** Judged over every grant of the run, by the schema or by a rule. */
function grant(
  name: string,
  settings: string[] = [],
  when?: (t: CheckContext<'token-b2b'>) => void,
): Check<'token-b2b'> {
  return judged(name, { over: 'grants', settings, ...(when && { when }) });
}

function ifDocumented(header: 'X-TIMESTAMP' | 'X-CLIENT-KEY') {
  return ({ settings }: { settings: TokenB2b }) => {
    if (settings.success.headers[header] === 'unspecified')
      throw inapplicable(say('shared/response/header-not-documented', { header }));
  };
}

export const response = area(tokenB2b, 'response', [
  grant('status'),
  grant('content-type'),
  grant('body-json'),
  grant('unique-keys'),
  judged('response-code', {
    over: 'grants',
    settings: ['/success/code', '/success/codePresence'],
    otherwise: inapplicable(
      say('token-b2b/response/optional-member-absent', { member: 'responseCode' }),
    ),
  }),
  judged('response-message', {
    over: 'grants',
    settings: ['/success/codePresence'],
    otherwise: inapplicable(
      say('token-b2b/response/optional-member-absent', { member: 'responseMessage' }),
    ),
  }),
  grant('access-token-present'),
  grant('access-token-length', ['/success/tokenMaxLength']),
  grant('access-token-charset'),
  grant('token-type', ['/success/tokenTypes']),
  grant('token-type-spelling', ['/success/tokenTypes'], ({ settings }) => {
    if (settings.success.tokenTypes === 'unspecified')
      throw inapplicable(say('shared/response/token-types-open'));
  }),
  judged('additional-info', {
    over: 'grants',
    settings: ['/success/additionalInfo'],
    otherwise: inapplicable(
      say('token-b2b/response/optional-member-absent', { member: 'additionalInfo' }),
    ),
    when: ({ settings }) => {
      if (settings.success.additionalInfo === 'unspecified')
        throw inapplicable(say('token-b2b/response/additional-info-without-type'));
    },
  }),
  grant('timestamp-header', ['/success/headers/X-TIMESTAMP'], ifDocumented('X-TIMESTAMP')),
  grant(
    'timestamp-header-format',
    ['/success/headers/timestampForms'],
    ifDocumented('X-TIMESTAMP'),
  ),
  grant('timestamp-header-now', ['/success/headers/X-TIMESTAMP'], ifDocumented('X-TIMESTAMP')),
  grant('client-key-header', ['/success/headers/X-CLIENT-KEY'], ifDocumented('X-CLIENT-KEY')),
  grant('cache-control'),
]);
