import { suite } from '../../src/engine/suite.js';
import { refusalChecks, type Samples } from '../shared/refusal-checks.js';
import {
  body,
  clientId,
  method,
  signatureBytes,
  timestamp,
  withoutHeader,
} from '../shared/token-mutations.js';
import { asksWithCode, asksWithRefreshToken, type Context } from './credentials.js';
import { asks, withMembers } from './mutations.js';
import { tokenB2b2c } from './service.js';

const madeUp = 'nobody-was-given-this';

/** One plain refusal of each fault class, for a run that saw none. */
function samples(t: Context): Required<Samples<'token-b2b2c'>> {
  const [grantType] = t.settings.grantType.authorizationCode;
  return {
    'missing-field': { mutation: withoutHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
    'field-format': {
      mutation: asks({ grantType, authCode: 1 }, 'authCode is a number', 'authCode'),
      field: 'authCode',
    },
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
      mutation: withMembers(
        { grantType: 'password' },
        'grantType is another grant type',
        'grantType',
      ),
      field: 'grantType',
    },
    'invalid-code': {
      mutation: asksWithCode(t, madeUp, 'the authCode was given to nobody'),
      field: 'authCode',
    },
    'invalid-refresh-token': {
      mutation: asksWithRefreshToken(t, madeUp, 'the refreshToken was given to nobody'),
      field: 'refreshToken',
    },
    'malformed-body': { mutation: body('{"', 'the body is not JSON') },
    method: { mutation: method('PUT') },
  };
}

suite(
  tokenB2b2c,
  'errors',
  refusalChecks<'token-b2b2c'>(
    [
      'missing-field',
      'field-format',
      'timestamp-format',
      'unknown-client',
      'invalid-signature',
      'grant-type',
      'invalid-code',
      'invalid-refresh-token',
      'malformed-body',
      'method',
    ],
    samples,
    ['no-token'],
  ),
);
