import { formatTimestamp } from '../../../../protocol/timestamp.js';
import { withMembers } from '../../../answers/change-answer.js';
import type { Refusal } from '../../../answers/refusal.js';
import { refuse } from '../../../answers/refuse.js';
import { alsoRefuse, changeGrant, changeRefusal } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** Every so many refusals one fails. */
const every = 20;
/** Valid requests until something changes. */
const steady = 100;

/** What is refused once the request has found its handler: what the router refuses doesn't come so far. */
const handled: readonly Refusal['faultClass'][] = [
  'missing-field',
  'field-format',
  'timestamp-format',
  'unknown-client',
  'invalid-signature',
  'grant-type',
  'malformed-body',
  'content-type',
];

/** What goes wrong now and then only, as a client meets it that does nothing else than before. */
export const intermittentFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'every-twentieth-refusal-fails',
    title: 'fails with HTTP 500 at every twentieth refusal, when its audit log is rotated',
    trips: ['token-b2b/errors/no-5xx'],
    apply: (policy) => {
      let refusals = 0;
      return changeRefusal(
        policy,
        (answer, _refusal, { now }) => {
          refusals += 1;
          return refusals % every === 0
            ? refuse(policy.settings, { faultClass: 'internal' }, now)
            : answer;
        },
        handled,
      );
    },
  },
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
    title: 'refuses the timestamps of one second, while it loads its keys anew',
    trips: ['token-b2b/signature/accepts-valid'],
    apply: (policy) => {
      let requests = 0;
      let second: string | undefined;
      return alsoRefuse(policy, ({ header, now }) => {
        const own = header('X-TIMESTAMP')?.slice(0, 19);
        const present = formatTimestamp(now, 'offset').slice(0, 19);
        requests += 1;
        if (requests === steady) second = present;
        return own === second && now - Date.parse(`${own}+07:00`) < 2000
          ? { faultClass: 'invalid-signature', field: 'X-SIGNATURE' }
          : undefined;
      });
    },
  },
  {
    service: 'token-b2b',
    name: 'expiry-type-changes-later',
    title: 'sends expiresIn as a number from the hundredth grant on, when its cache is warm',
    trips: ['token-b2b/expiry/same-type-always'],
    // Its document shows both types, so that neither is wrong by itself.
    profile: 'doku',
    apply: (policy) => {
      let grants = 0;
      return changeGrant(policy, (answer, { seconds }) => {
        grants += 1;
        return withMembers(answer, { expiresIn: grants < steady ? String(seconds) : seconds });
      });
    },
  },
];
