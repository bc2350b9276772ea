import type { Requirement } from '../catalogue/catalogue.js';
import { chooseIds } from '../catalogue/choose.js';
import { levelUnder, type RequirementUnder } from '../catalogue/level.js';
import type { Area } from '../checks/area.js';
import type { Check, Confirmation } from '../checks/check.js';
import { isHeldBack } from '../checks/held-back.js';
import { type Effort, effortAt, furtherEffort } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import type { ServiceId } from '../session/service.js';

/** One check of a target's run, with all that is settled before anything is sent. */
export interface Step {
  id: string;
  area: Area;
  check: Check<ServiceId>;
  /** In the order of the run, counted from 0. */
  position: number;
  requirement: Requirement;
  under: RequirementUnder;
  /** The target is in production, and nothing allows this check. */
  heldBack: boolean;
  /** The control that it shares with others. */
  confirmation?: SharedControl;
}

/** A control that confirms several checks of an area. */
export interface SharedControl extends Confirmation {
  awaitedBy: string[];
  /** Positions of the checks that may wait for it. */
  of: number[];
}

/** The checks of a target, by how they may run. */
export interface Stages {
  /** Side by side; those that send one request after another come first. */
  together: Step[];
  /** One after another, with nothing else under way. */
  alone: Step[];
  /** One after another, once all others are done: they judge what the run saw. */
  judging: Step[];
}

/** What is done for each check of a target. */
export function effortOf(plan: Pick<RunPlan, 'depth'>, target: TargetPlan): Effort {
  return target.effort ?? wholeEffortOf(plan, target);
}

/** What would be done for each check of a target without a budget. */
export function wholeEffortOf(
  { depth }: Pick<RunPlan, 'depth'>,
  { partOf }: Pick<TargetPlan, 'partOf'>,
): Effort {
  return partOf === undefined ? effortAt[depth] : furtherEffort;
}

/** The chosen checks of a target, in the order of the run. */
export function stepsOf(plan: RunPlan, target: TargetPlan, effort: Effort): Step[] {
  const { suites } = plan;
  const chosen = new Set(chooseIds(suites.catalogue, plan, target));
  const steps = suites
    .checks()
    .filter(({ id }) => chosen.has(id))
    .map(({ id, area, check }, position): Step => {
      const requirement = suites.catalogue.get(id) as Requirement;
      const under = levelUnder(requirement, target.profile, check.settings);
      const heldBack = isHeldBack(target, suites.catalogue, { id, check });
      return { id, area, check, position, requirement, under, heldBack };
    });
  return effort.confirmEvery > 1 ? withSharedControls(steps, effort.confirmEvery) : steps;
}

/** Has each `every` checks of an area that need a control share one. */
function withSharedControls(steps: readonly Step[], every: number): Step[] {
  let shared: SharedControl | undefined;
  let area: Area | undefined;
  return steps.map((step) => {
    if (!step.check.confirms || step.heldBack || step.under.inapplicable !== undefined) return step;
    if (!shared || area !== step.area || shared.of.length >= every)
      shared = { awaitedBy: [], of: [] };
    area = step.area;
    shared.of.push(step.position);
    return { ...step, confirmation: shared };
  });
}

/** Parts steps by how they may run. */
export function stagesOf(steps: readonly Step[], target: TargetPlan): Stages {
  const stages: Stages = { together: [], alone: [], judging: [] };
  for (const step of steps) {
    if (step.check.judges) stages.judging.push(step);
    else if (step.check.alone || isSerial(step, target)) stages.alone.push(step);
    else stages.together.push(step);
  }
  // What takes longest is not left for the end, when nothing goes on beside it.
  stages.together.sort((a, b) => Number(b.check.sequential ?? 0) - Number(a.check.sequential ?? 0));
  return stages;
}

/** True when each request of the service takes up what the one before it gave. */
function isSerial({ area }: Step, target: TargetPlan): boolean {
  const { adapter } = area.service;
  return adapter.serial?.(adapter.settings(target)) ?? false;
}
