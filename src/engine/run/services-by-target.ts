import type { TargetPlan } from '../plan/plan.js';

/** The targets of a plan, each with its further services: what goes to one server for one client, in the plan's order. */
export function servicesByTarget(targets: readonly TargetPlan[]): [TargetPlan, ...TargetPlan[]][] {
  const byTarget = new Map<string, [TargetPlan, ...TargetPlan[]]>();
  for (const target of targets) {
    const name = target.partOf ?? target.name;
    const before = byTarget.get(name);
    byTarget.set(name, before ? [...before, target] : [target]);
  }
  return [...byTarget.values()];
}
