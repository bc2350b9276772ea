import { refuseFirst } from './change-policy.js';
import type { AnyPolicy } from './policy.js';

/** One in so many requests is put off. */
const every = 20;

/** Answers 429 now and then; a request that is sent again is taken. */
export function throttle<P extends AnyPolicy>(policy: P): P {
  let requests = 0;
  const putOff = new Set<string>();
  return refuseFirst(policy, ({ header }) => {
    requests += 1;
    const request = header('X-SIGNATURE') ?? '';
    if (requests % every !== 0 || putOff.has(request)) return undefined;
    putOff.add(request);
    return { faultClass: 'throttled' };
  });
}
