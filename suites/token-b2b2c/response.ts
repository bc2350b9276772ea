import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { judged } from '../../src/engine/checks/judged.js';
import { type CheckEnded, inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { tokenB2b2c } from './token-b2b2c.js';

/** Judged over every grant of the run, by the schema or by a rule. */
function grant(
  name: string,
  settings: string[] = [],
  more: { when?: (t: CheckContext<'token-b2b2c'>) => void; otherwise?: CheckEnded } = {},
): Check<'token-b2b2c'> {
  return judged(name, { over: 'grants', settings, ...more });
}

function ifDocumented(header: 'X-TIMESTAMP' | 'X-CLIENT-KEY') {
  return {
    when: ({ settings }: CheckContext<'token-b2b2c'>) => {
      if (settings.success.headers[header] === 'unspecified')
        throw inapplicable(say('shared/response/header-not-documented', { header }));
    },
  };
}

/** The document leaves a member optional, and no grant had it. */
function optional(member: string) {
  return {
    otherwise: inapplicable(say('token-b2b2c/response/optional-member-not-seen', { member })),
  };
}

export const response = area(tokenB2b2c, 'response', [
  grant('status'),
  grant('content-type'),
  grant('body-json'),
  grant('unique-keys'),
  grant('response-code', ['/success/code', '/success/codePresence'], optional('responseCode')),
  grant('response-message', ['/success/codePresence'], optional('responseMessage')),
  grant('access-token-present'),
  grant('access-token-length', ['/success/tokenMaxLength']),
  grant('access-token-charset'),
  grant('token-type', ['/success/tokenTypePresence'], optional('tokenType')),
  grant('token-type-spelling', ['/success/tokenTypes'], {
    ...optional('tokenType'),
    when: ({ settings }) => {
      if (settings.success.tokenTypes === 'unspecified')
        throw inapplicable(say('shared/response/token-types-open'));
    },
  }),
  grant('refresh-token-present'),
  grant('refresh-token-length', ['/success/refreshTokenMaxLength'], {
    when: ({ settings }) => {
      if (settings.success.refreshTokenMaxLength === 'unspecified')
        throw inapplicable(
          say('token-b2b2c/body/no-length-documented', { member: 'refreshToken' }),
        );
    },
  }),
  grant('additional-info', ['/success/additionalInfo'], {
    ...optional('additionalInfo'),
    when: ({ settings }) => {
      if (settings.success.additionalInfo === 'unspecified')
        throw inapplicable(say('token-b2b2c/response/additional-info-open'));
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
