import { effortAt } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { runSuites } from './run-suites.js';

/**
 * Gives the properties of a target as many runs as its `maxRequests` allows, where the depth's own are too
 * many, so that a budget makes every check stand on less instead of leaving the last ones out.
 */
export async function fitBudgets(plan: RunPlan): Promise<RunPlan> {
  if (plan.targets.every(({ limits }) => limits.maxRequests === null)) return plan;
  const { runs: most } = effortAt[plan.depth];
  const whole = await requestsWith(plan, most);
  const least = await requestsWith(plan, 1);
  const targets = plan.targets.map((target): TargetPlan => {
    const { maxRequests } = target.limits;
    const [from, to] = [least.get(target.name) ?? 0, whole.get(target.name) ?? 0];
    if (maxRequests === null || to <= maxRequests) return target;
    // Requests grow with the runs by the same step each; what the first run needs is needed anyway.
    const step = (to - from) / Math.max(1, most - 1);
    return { ...target, runs: Math.max(1, Math.floor(1 + (maxRequests - from) / step)) };
  });
  return { ...plan, targets };
}

/** Requests that each target would get, by name. */
async function requestsWith(plan: RunPlan, runs: number): Promise<Map<string, number>> {
  const targets = plan.targets.map((target) => ({ ...target, runs }));
  const { reports } = await runSuites({ ...plan, targets, dryRun: true });
  const requests = new Map<string, number>();
  for (const { target, planned = 0 } of reports) {
    requests.set(target, (requests.get(target) ?? 0) + planned);
  }
  return requests;
}
