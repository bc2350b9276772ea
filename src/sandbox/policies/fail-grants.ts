import { refuse } from '../answers/refuse.js';
import { changeGrants } from './change-policy.js';
import type { AnyPolicy } from './policy.js';

/**
 * Answers HTTP 500 to some of the requests that it would grant.
 *
 * @param fails Told the number of the grant, counted from 1.
 */
export function failGrants<P extends AnyPolicy>(policy: P, fails: (grant: number) => boolean): P {
  let grants = 0;
  return changeGrants(policy, (answer, now) => {
    grants += 1;
    return fails(grants) ? refuse(policy.settings, { faultClass: 'internal' }, now) : answer;
  });
}
