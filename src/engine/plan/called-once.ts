import type { TargetPlan } from './plan.js';

/** True if the service that the config names may be carried out once alone, by the control. */
export function isCalledOnce({ transaction }: Pick<TargetPlan, 'transaction'>): boolean {
  return transaction?.repeatable === false;
}

/** True for a further service whose checks are all of them the first shard's: each shard sends a control of its own. */
export function isWholeInShard(target: Pick<TargetPlan, 'transaction' | 'partOf'>): boolean {
  return target.partOf !== undefined && isCalledOnce(target);
}
