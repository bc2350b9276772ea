import type { Refusal } from '../../../answers/refusal.js';
import { refuse } from '../../../answers/refuse.js';
import { changeRefusal } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** One in so many refusals fails. */
const every = 20;

/** What the handler refuses; what the router refuses never reaches it. */
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

/** What goes wrong with a refusal only now and then. */
export const tokenB2bIntermittentErrorFaults: readonly TokenB2bFault[] = [
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
];
