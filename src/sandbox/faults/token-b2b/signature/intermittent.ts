import { formatTimestamp } from '../../../../protocol/timestamp.js';
import { alsoRefuse } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** Valid requests before the second in which the server stumbles. */
const steady = 100;
/** Requests, counted from there, of which those of that second are refused. */
const lasting = 300;

/** What goes wrong with a valid request only now and then. */
export const tokenB2bIntermittentSignatureFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'two-plus-signs-refused',
    title: 'refuses signatures with ++ in their Base64, which its firewall takes for an attack',
    trips: ['token-b2b/signature/accepts-valid'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('X-SIGNATURE')?.includes('++')
          ? { faultClass: 'invalid-signature', field: 'X-SIGNATURE' }
          : undefined,
      ),
  },
  {
    service: 'token-b2b',
    name: 'second-seven-refused',
    title: 'refuses timestamps at second 07, where its search for the offset +07:00 stops too soon',
    trips: ['token-b2b/signature/accepts-valid'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        /T\d\d:\d\d:07/.test(header('X-TIMESTAMP') ?? '')
          ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
          : undefined,
      ),
  },
  {
    service: 'token-b2b',
    name: 'stumbles-once',
    title: 'refuses the timestamps of one second, while it loads its keys again',
    trips: ['token-b2b/signature/accepts-valid'],
    apply: (policy) => {
      let requests = 0;
      let stumble: { second: string; from: number } | undefined;
      const refused = new Set<string>();
      return alsoRefuse(policy, ({ header, now }) => {
        const own = header('X-TIMESTAMP')?.slice(0, 19);
        const present = formatTimestamp(now, 'offset').slice(0, 19);
        requests += 1;
        // At the first request that tells the present time: the end of a second may come at any moment.
        if (requests >= steady && own === present) stumble ??= { second: present, from: requests };
        const signature = header('X-SIGNATURE') ?? '';
        // Counted in requests, not in time: a slow machine sends them all the same.
        if (stumble && own === stumble.second && requests < stumble.from + lasting)
          refused.add(signature);
        // It is refused again when it comes again, as with keys that didn't fit.
        return refused.has(signature)
          ? { faultClass: 'invalid-signature', field: 'X-SIGNATURE' }
          : undefined;
      });
    },
  },
];
