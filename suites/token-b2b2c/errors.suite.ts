import type { TokenB2b2c } from '../../schemas/settled.js';
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
function samples(t: Context): Record<keyof TokenB2b2c['answers'], RefusalSample<'token-b2b2c'>> {
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

const { refusal, classAnswer, sampled } = sampledRefusals<'token-b2b2c'>(samples);

suite(tokenB2b2c, 'errors', [
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
  classAnswer('invalid-code'),
  classAnswer('invalid-refresh-token'),
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
