import type { Catalogue } from '../catalogue/catalogue.js';
import type { LimitFlags, TargetPlan } from '../plan/plan.js';
import { chooseTargets, type LoadedConfig } from './config.js';
import { planTarget } from './plan-target.js';

/**
 * The chosen targets of a config, ready to run.
 *
 * @param flags `target`: names of the chosen ones, all by default; the others replace the config's limits.
 * @param catalogue The requirements that profiles may name; by default the shipped ones.
 * @throws InputProblem for an unknown name, and as {@link planTarget}.
 */
export function planAll(
  loaded: LoadedConfig,
  { target = [], rate, concurrency, maxRequests }: LimitFlags & { target?: readonly string[] },
  catalogue?: Catalogue,
): TargetPlan[] {
  const limits: LimitFlags = {
    ...(rate !== undefined && { rate }),
    ...(concurrency !== undefined && { concurrency }),
    ...(maxRequests !== undefined && { maxRequests }),
  };
  return chooseTargets(loaded, target).map(([, index]) =>
    planTarget(loaded, index, limits, catalogue),
  );
}
