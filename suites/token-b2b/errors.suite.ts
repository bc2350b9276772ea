import type { TokenB2b } from '../../schemas/settled.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import { judged } from '../../src/engine/checks/judged.js';
import { inapplicable } from '../../src/engine/outcome.js';
import { suite } from '../../src/engine/suite.js';
import {
  ifAnyDocumented,
  type RefusalSample,
  sampledRefusals,
} from '../shared/sampled-refusals.js';
import {
  body,
  clientId,
  grantType,
  method,
  signatureBytes,
  timestamp,
  withoutHeader,
} from '../shared/token-mutations.js';
import { tokenB2b } from './service.js';

type DocumentedClass = keyof TokenB2b['answers'];

/** One plain refusal of each fault class, for a run that saw none. */
function samples(t: CheckContext): Record<DocumentedClass, RefusalSample> {
  const { member } = t.settings.grantType;
  return {
    'missing-field': { mutation: withoutHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
    'field-format': { mutation: grantType(member, 1, `${member} is a number`), field: 'grantType' },
    'timestamp-format': {
      mutation: timestamp('not-a-timestamp', 'X-TIMESTAMP is no timestamp at all'),
      field: 'X-TIMESTAMP',
    },
    'unknown-client': {
      mutation: clientId(
        'nobody-knows-this-client',
        'X-CLIENT-KEY names a client that nobody registered',
      ),
      field: 'X-CLIENT-KEY',
    },
    'invalid-signature': {
      mutation: signatureBytes('the signature is all zeros', (bytes) => Buffer.alloc(bytes.length)),
      field: 'X-SIGNATURE',
    },
    'grant-type': {
      mutation: grantType(member, 'password', `${member} is another grant type`),
      field: 'grantType',
    },
    'malformed-body': { mutation: body('{"', 'the body is not JSON') },
    method: { mutation: method('PUT') },
  };
}

const { refusal, classAnswer, sampled } = sampledRefusals(samples);

suite(tokenB2b, 'errors', [
  refusal('shape'),
  refusal('seven-digits'),
  refusal('status-matches-code'),
  refusal('service-code', ['/serviceCode']),
  refusal('known-case'),
  classAnswer('missing-field'),
  classAnswer('field-format'),
  classAnswer('timestamp-format'),
  classAnswer('unknown-client'),
  classAnswer('invalid-signature'),
  classAnswer('grant-type'),
  classAnswer('malformed-body'),
  classAnswer('method'),
  refusal('message-pattern', ['/answers'], ifAnyDocumented),
  judged('message-names-field', {
    over: 'refusals',
    ...sampled,
    settings: ['/answers'],
    when: ifAnyDocumented,
    otherwise: inapplicable(
      'no documented refusal of the run has one of the cases that name a field',
    ),
  }),
  refusal('message-length'),
  refusal('json-content-type'),
  refusal('timestamp-header', ['/success/headers/X-TIMESTAMP'], ({ settings }) => {
    if (settings.success.headers['X-TIMESTAMP'] === 'unspecified')
      throw inapplicable('the document names no response header X-TIMESTAMP');
  }),
  refusal('no-token'),
  refusal('no-5xx'),
  refusal('no-leak'),
  refusal('never-a-success-status'),
]);
