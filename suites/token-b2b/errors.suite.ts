import type { CheckContext } from '../../src/engine/checks/check.js';
import { suite } from '../../src/engine/suite.js';
import { refusalChecks, type Samples } from '../shared/refusal-checks.js';
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

function samples(t: CheckContext): Required<Samples<'token-b2b'>> {
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

suite(
  tokenB2b,
  'errors',
  refusalChecks<'token-b2b'>(
    [
      'missing-field',
      'field-format',
      'timestamp-format',
      'unknown-client',
      'invalid-signature',
      'grant-type',
      'malformed-body',
      'method',
    ],
    samples,
    ['no-token'],
  ),
);
