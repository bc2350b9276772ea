import type { TargetPlan } from './plan.js';

/** True for a target in production for which nothing but its control is allowed. */
export function getsControlAlone({ production }: Pick<TargetPlan, 'production'>): boolean {
  return production?.allow.length === 0;
}
