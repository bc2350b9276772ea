import { InputProblem } from '../input/input-problem.js';
import type { Effort } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { forecastTarget } from './forecast-run.js';
import { effortOf } from './steps.js';

/**
 * Has each check of a target do as much as its `maxRequests` allows, when what the depth asks for is more:
 * a budget makes every check stand on less instead of leaving the last ones out.
 *
 * @throws InputProblem when not even the least fits: one probe a check, with the controls around them.
 */
export function fitBudgets(plan: RunPlan): RunPlan {
  return { ...plan, targets: plan.targets.map((target) => fitBudget(plan, target)) };
}

function fitBudget(plan: RunPlan, target: TargetPlan): TargetPlan {
  const { maxRequests } = target.limits;
  if (maxRequests === null || target.effort) return target;
  const whole = effortOf(plan, target);
  const requestsWith = (effort: Effort) => forecastTarget(plan, target, effort).requests;
  const fits = (effort: Effort) => requestsWith(effort) <= maxRequests;
  if (fits(whole)) return target;
  const once = { ...whole, runs: 1 };
  if (fits(once)) return { ...target, effort: mostRuns(once, whole.runs, fits) };
  const lesser: Effort[] = [
    { ...once, examples: 1 },
    { ...once, examples: 1, confirmEvery: 12 },
    { ...once, examples: 1, confirmEvery: Number.POSITIVE_INFINITY },
  ];
  const effort = lesser.find(fits);
  if (effort) return { ...target, effort };
  const least = requestsWith(lesser.at(-1) as Effort);
  throw new InputProblem(
    'budget-too-small',
    `a budget of ${maxRequests} requests is too small for ${target.name}: the chosen checks and the controls around them need at least ${least}`,
    { remedy: `Allow ${least} requests, or choose fewer checks by --only.` },
  );
}

/** The effort with as many runs of a property as fit, by halving. */
function mostRuns(least: Effort, most: number, fits: (effort: Effort) => boolean): Effort {
  let [low, high] = [least.runs, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits({ ...least, runs: middle })) low = middle;
    else high = middle;
  }
  return { ...least, runs: low };
}
