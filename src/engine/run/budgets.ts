import { InputProblem } from '../input/input-problem.js';
import { type Effort } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { forecastTarget } from './forecast-run.js';
import { servicesByTarget } from './services-by-target.js';
import { wholeEffortOf } from './steps.js';

/**
 * Has each check of a target do as much as its `maxRequests` allows, when what the depth asks for is more:
 * a budget makes every check stand on less instead of leaving the last ones out. The further services of a target
 * share its budget; the depth of the first gives way to them.
 *
 * @throws InputProblem when not even the least fits: one probe a check, with the controls around them.
 */
export function fitBudgets(plan: RunPlan): RunPlan {
  const fitted = new Map(
    servicesByTarget(plan.targets).flatMap((services) => {
      const fit = fitBudget(plan, services);
      return services.map((target, at) => [target, fit[at] ?? target] as const);
    }),
  );
  return { ...plan, targets: plan.targets.map((target) => fitted.get(target) ?? target) };
}

/** Makes an effort less, for a target or one of its further services. */
type Lessen = (whole: Effort) => Effort;

function fitBudget(plan: RunPlan, services: readonly [TargetPlan, ...TargetPlan[]]) {
  const [first] = services;
  const { maxRequests } = first.limits;
  if (maxRequests === null || services.some(({ effort }) => effort)) return services;
  const requestsWith = (lessen: Lessen) =>
    services.reduce(
      (sum, target) =>
        sum + forecastTarget(plan, target, lessen(wholeEffortOf(plan, target))).requests,
      0,
    );
  const fits = (lessen: Lessen) => requestsWith(lessen) <= maxRequests;
  const lessened = (lessen: Lessen) =>
    services.map((target) => ({ ...target, effort: lessen(wholeEffortOf(plan, target)) }));
  if (fits((whole) => whole)) return services;
  if (fits(withRuns(1))) {
    const { runs } = wholeEffortOf(plan, first);
    return lessened(withRuns(mostRuns(runs, (most) => fits(withRuns(most)))));
  }
  const lesser: Lessen[] = [
    (whole) => ({ ...whole, runs: 1, examples: 1 }),
    (whole) => ({ ...whole, runs: 1, examples: 1, confirmEvery: 12 }),
    (whole) => ({ ...whole, runs: 1, examples: 1, confirmEvery: Number.POSITIVE_INFINITY }),
  ];
  const fitting = lesser.find(fits);
  if (fitting) return lessened(fitting);
  const least = requestsWith(lesser.at(-1) as Lessen);
  throw new InputProblem(
    'budget-too-small',
    `a budget of ${maxRequests} requests is too small for ${first.name}: the chosen checks and the controls around them need at least ${least}`,
    { remedy: `Allow ${least} requests, or choose fewer checks by --only.` },
  );
}

/** No more runs of a property than these. */
function withRuns(most: number): Lessen {
  return (whole) => ({ ...whole, runs: Math.min(whole.runs, most) });
}

/** The most runs of a property that fit, of fewer than there would be, by halving. */
function mostRuns(whole: number, fits: (runs: number) => boolean): number {
  let [low, high] = [1, whole];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
