import type { Catalogue } from '../catalogue/catalogue.js';
import { isWholeInShard } from '../plan/called-once.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { chooseCalls } from './choose-targets.js';
import type { LoadedConfig } from './config.js';
import { planTarget, type TargetFlags } from './plan-target.js';

/** What of a run's options bears on its targets. */
interface PlanFlags extends Omit<TargetFlags, 'environment'> {
  target?: readonly string[];
  shard?: RunPlan['shard'];
}

/**
 * The chosen targets of a config, ready to run; each further service of one is a target of its own, next to it.
 *
 * @param flags `target`: names of the chosen ones, all by default; `shard`: the rate is divided among all shards.
 * @param catalogue The requirements that profiles may name; by default the shipped ones.
 * @throws InputProblem for an unknown name, and as {@link planTarget}.
 */
export function planAll(
  loaded: LoadedConfig,
  {
    target = [],
    rate,
    concurrency,
    maxRequests,
    shard,
    allowProduction = [],
    placeholders = false,
  }: PlanFlags,
  catalogue?: Catalogue,
): TargetPlan[] {
  const flags = {
    allowProduction,
    placeholders,
    ...(rate !== undefined && { rate }),
    ...(concurrency !== undefined && { concurrency }),
    ...(maxRequests !== undefined && { maxRequests }),
  };
  return chooseCalls(loaded, target)
    .flatMap(({ index, calls }) =>
      calls.map((call) =>
        planTarget(loaded, index, { ...flags, call, first: calls.includes(0) }, catalogue),
      ),
    )
    .filter((plan) => shard === undefined || shard.index === 1 || !isWholeInShard(plan))
    .map((plan) => sharingRate(plan, shard));
}

/** The shards of a run may go on at once, and the target's rate is a limit for all of them together. */
function sharingRate(target: TargetPlan, shard: RunPlan['shard']): TargetPlan {
  const { rate } = target.limits;
  if (!shard || shard.count === 1 || rate === null) return target;
  const share = rate / shard.count;
  const note = `${Number(share.toFixed(2))} of ${rate} requests a second, because this is shard ${shard.index} of ${shard.count}`;
  return {
    ...target,
    limits: { ...target.limits, rate: share },
    notes: [...target.notes, note],
  };
}
