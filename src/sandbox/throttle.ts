import { withStep } from './faults/fault.js';
import type { Policy } from './policy.js';

/** Every so many requests one is put off. */
const every = 20;

/** Answers 429 now and then; a request that comes again is taken. */
export function throttle(policy: Policy): Policy {
  let requests = 0;
  const putOff = new Set<string>();
  return withStep(policy, 'path', (step) => (attempt) => {
    requests += 1;
    const request = attempt.header('X-SIGNATURE') ?? '';
    if (requests % every !== 0 || putOff.has(request)) return step(attempt);
    putOff.add(request);
    return { faultClass: 'throttled' };
  });
}
