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

/** Documents that have requests stamped and signed otherwise than the standard does. */
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
];
