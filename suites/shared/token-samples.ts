import type { Sample } from './refusal-checks.js';
import {
  clientId,
  method,
  signatureBytes,
  withBody,
  withoutHeader,
  withTimestamp,
} from './token-mutations.js';

/** One plain refusal of each fault class that either token service has, but for those of its own body. */
export const tokenSamples = {
  'missing-field': { mutation: withoutHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
  'timestamp-format': {
    mutation: withTimestamp('not-a-timestamp', 'X-TIMESTAMP is no timestamp at all'),
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
  'malformed-body': { mutation: withBody('{"', 'the body is not JSON') },
  method: { mutation: method('PUT') },
} satisfies Record<string, Sample<'token-b2b'> & Sample<'token-b2b2c'>>;
