import type { Services, TimestampSettings } from '../../../schemas/generated/profile.js';
import { formatTimestamp } from '../../protocol/timestamp.js';
import { withHeaders } from '../answers/change-answer.js';
import type { Variation } from './variation.js';
import { changeAll } from './variation.js';

/** What a document says alike of all services whose requests bear a timestamp. */
const everywhere = (timestamp: TimestampSettings): Services => ({
  'token-b2b': { timestamp },
  'token-b2b2c': { timestamp },
  transaction: { timestamp },
});

/** What stands between the parts of a token request's text, and of a transaction's. */
const delimiters = (token: string, transaction: string): Services => ({
  'token-b2b': { signature: { delimiter: token } },
  'token-b2b2c': { signature: { delimiter: token } },
  transaction: { signature: { delimiter: transaction } },
});

/** Documents that have requests stamped and signed otherwise than the standard does, or written otherwise. */
export const signingVariations: readonly Variation[] = [
  {
    name: 'stamped-as-requests',
    title:
      'writes X-TIMESTAMP of its answers as its document has that of requests, in milliseconds',
    overrides: everywhere({ accept: ['offset', 'utc-millis'] }),
    apply: (policy) =>
      changeAll(policy, (answer, now) =>
        withHeaders(answer, { 'X-TIMESTAMP': formatTimestamp(now, 'utc-millis') }),
      ),
  },
  {
    name: 'jakarta-offset-alone',
    title: 'takes no offset but +07:00, as its document says',
    overrides: everywhere({ accept: ['jakarta'], reject: ['offset', 'offset-millis'] }),
  },
  {
    name: 'other-offsets-unspoken-of',
    title: 'takes any offset, of which its document speaks under +07:00 alone',
    overrides: everywhere({ accept: ['jakarta-millis'] }),
  },
  {
    name: 'local-timestamps',
    title: "takes Jakarta's time without an offset alone, as its document says",
    overrides: everywhere({
      accept: ['local-millis'],
      reject: ['offset', 'utc', 'offset-millis', 'utc-millis'],
    }),
  },
  {
    name: 'body-hashed-as-sent',
    title: 'hashes the body of a transaction as it is sent, as its document says',
    overrides: { transaction: { bodyHash: { minify: 'raw' } } },
  },
  {
    name: 'all-white-space-out',
    title: 'takes all white space out of a body before it hashes it, as its document says',
    overrides: { transaction: { bodyHash: { minify: 'all-white-space' } } },
  },
  {
    name: 'other-delimiters',
    title: 'has colons where the standard has a pipe, and pipes for colons, as its document says',
    overrides: delimiters(':', '|'),
  },
  {
    name: 'no-delimiters',
    title: 'joins the parts of what is signed by nothing, as its document says',
    overrides: delimiters('none', 'none'),
  },
  {
    name: 'version-cut-off-path',
    title: 'signs paths without their version and with a prefix of its own, as its document says',
    overrides: { transaction: { signedPath: { cut: '/v1.0', add: '/api' } } },
  },
  {
    name: 'form-encoded-body',
    title: 'takes the body of a token request as a form alone, as its document says',
    overrides: { 'token-b2b': { body: 'form' } },
  },
];
