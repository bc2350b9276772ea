import { say } from '../../src/messages/message.js';
import type { Sample } from './refusal-checks.js';
import {
  clientId,
  method,
  signatureBytes,
  withBody,
  withoutHeader,
  withTimestamp,
} from './token-mutations.js';

/** One plain refusal of each fault class that both token services have, except those of the body. */
export const tokenSamples = {
  'missing-field': { mutation: withoutHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
  'timestamp-format': {
    mutation: withTimestamp(
      'not-a-timestamp',
      say('shared/timestamp/wrong', { what: say('shared/timestamp/is-garbage') }),
    ),
    field: 'X-TIMESTAMP',
  },
  'unknown-client': {
    mutation: clientId('nobody-knows-this-client', say('shared/request/unknown-client')),
    field: 'X-CLIENT-KEY',
  },
  'invalid-signature': {
    mutation: signatureBytes(say('shared/signature/all-zeros'), (bytes) =>
      Buffer.alloc(bytes.length),
    ),
    field: 'X-SIGNATURE',
  },
  'malformed-body': { mutation: withBody('{"', say('shared/request/body-not-json')) },
  method: { mutation: method('PUT') },
} satisfies Record<string, Sample<'token-b2b'> & Sample<'token-b2b2c'>>;
