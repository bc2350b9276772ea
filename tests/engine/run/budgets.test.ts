import { expect, onTestFinished, test } from 'vitest';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { type Effort, effortAt } from '../../../src/engine/plan/effort.js';
import type { RunPlan, TargetPlan } from '../../../src/engine/plan/plan.js';
import { fitBudgets } from '../../../src/engine/run/budgets.js';
import { forecastTarget } from '../../../src/engine/run/forecast-run.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget, targetAt } from '../../support/sandbox-target.js';

const unlimited = Number.POSITIVE_INFINITY;
const only = ['token-b2b/*'];

/** The least effort that there is: one probe a check, one control for all of an area. */
const least: Effort = {
  ...effortAt.standard,
  ...{ runs: 1, examples: 1, confirmEvery: unlimited },
};

function withBudget(target: TargetPlan, maxRequests: number): TargetPlan {
  return { ...target, limits: { ...target.limits, maxRequests } };
}

/** The effort that a budget allows, or the depth's own if that fits. */
function effortWithin(plan: RunPlan, maxRequests: number): Effort {
  const [target] = plan.targets;
  if (!target) throw new Error('the plan has a target');
  const [fitted] = fitBudgets({ ...plan, targets: [withBudget(target, maxRequests)] }).targets;
  return fitted?.effort ?? effortAt[plan.depth];
}

/** What a plan's target gets with an effort when it conforms. */
function requestsWith(plan: RunPlan, effort: Effort): number {
  return forecastTarget(plan, plan.targets[0] as TargetPlan, effort).requests;
}

async function started(faults: string[] = []) {
  const { sandbox, target } = await startSandboxTarget('bank', { faults });
  onTestFinished(() => sandbox.close());
  return { sandbox, target };
}

test('effort shrinks in order: runs of properties, then examples, then controls', async () => {
  // Many properties, checks with several examples, and more than a dozen that need a control.
  const only = ['token-b2b/signature/*'];
  const plan = planOf([await targetAt('http://127.0.0.1:9', 'bank')], { only });
  const whole = effortAt.standard;
  const steps: Effort[] = [
    ...Array.from({ length: whole.runs }, (_, at) => ({ ...whole, runs: whole.runs - at })),
    { ...least, confirmEvery: 1 },
    { ...least, confirmEvery: 12 },
    least,
  ];
  const needed = steps.map((effort) => requestsWith(plan, effort));
  // Each step saves something, or the order of the steps would show nothing.
  expect(new Set(needed).size).toBe(steps.length);
  expect(needed).toEqual(needed.toSorted((a, b) => b - a));
  for (const [at, effort] of steps.entries()) {
    const requests = needed[at] ?? 0;
    expect(effortWithin(plan, requests)).toEqual(effort);
    // As much as fits, and no less: up to one short of what the step before it needs.
    if (at > 0) expect(effortWithin(plan, (needed[at - 1] ?? 0) - 1)).toEqual(effort);
  }
  expect(effortWithin(plan, (needed[0] ?? 0) + 1)).toEqual(whole);
});

test.for(['quick', 'thorough'] as const)(
  'depth %s shrinks from its own effort on',
  async (depth) => {
    const plan = planOf([await targetAt('http://127.0.0.1:9', 'bank')], { only, depth });
    const whole = requestsWith(plan, effortAt[depth]);
    expect(effortWithin(plan, whole)).toEqual(effortAt[depth]);
    const { runs, examples } = effortWithin(plan, whole - 1);
    expect(runs).toBe(depth === 'quick' ? 1 : effortAt.thorough.runs - 1);
    expect(examples).toBe(effortAt[depth].examples);
    const { shrinkRequests } = effortAt[depth];
    expect(effortWithin(plan, requestsWith(plan, least))).toEqual({ ...least, shrinkRequests });
  },
);

test('a target with a limit and an effort of its own is left alone, as is one without a limit', async () => {
  const target = await targetAt('http://127.0.0.1:9', 'bank');
  const limited = { ...withBudget(target, 3), effort: effortAt.standard };
  expect(fitBudgets(planOf([limited, target])).targets).toEqual([limited, target]);
});

test('a budget below the minimum is refused with the minimum named, before anything is sent', async () => {
  const { sandbox, target } = await started();
  const minimum = requestsWith(planOf([target], { only }), least);
  const refused = run(planOf([withBudget(target, minimum - 1)], { only }));
  await expect(refused).rejects.toThrow(InputProblem);
  await expect(refused).rejects.toThrow(
    `a budget of ${minimum - 1} requests is too small for bank: the chosen checks and the controls around them need at least ${minimum}`,
  );
  await expect(refused).rejects.toThrow(`Allow ${minimum} requests`);
  expect(sandbox.requests).toBe(0);
});

test('exactly the minimum runs every check', async () => {
  const { sandbox, target } = await started();
  const unbounded = await run(planOf([target], { only, depth: 'quick' }));
  const before = sandbox.requests;
  const minimum = requestsWith(planOf([target], { only }), least);
  const { targets } = await run(planOf([withBudget(target, minimum)], { only }));
  expect(sandbox.requests - before).toBe(minimum);
  expect(targets[0]?.stats.requests).toBe(minimum);
  const outcomes = (checks: readonly { id: string; outcome: string }[] = []) =>
    checks.map(({ id, outcome }) => `${id}: ${outcome}`);
  expect(outcomes(targets[0]?.checks)).toEqual(outcomes(unbounded.targets[0]?.checks));
  expect(targets[0]?.verdict).toBe('conformant');
});

test('a property that ran less for the budget says how much of it ran', async () => {
  const { target } = await started();
  const id = 'token-b2b/timestamp/rejects-garbage';
  const plan = planOf([target], { only: [id] });
  const budget = requestsWith(plan, { ...effortAt.standard, runs: 7 });
  const { targets } = await run({ ...plan, targets: [withBudget(target, budget)] });
  expect(targets[0]?.checks[0]?.message).toBe(
    `all 7 probes were refused (7 of 20 runs, for the budget of ${budget} requests)`,
  );
});

test.for([
  ['a target that conforms', []],
  // A counterexample that is made smaller takes requests that no forecast counts.
  ['a failing property', ['takes-epoch']],
  ['refusals that are not JSON', ['searches-body-for-grant-type', 'error-as-html']],
] as const)('no budget is exceeded: %s', async ([, faults]) => {
  const { sandbox, target } = await started([...faults]);
  const only = ['token-b2b/timestamp/*', 'token-b2b/body/*', 'token-b2b/errors/*'];
  const plan = planOf([target], { only });
  const [fewest, most] = [requestsWith(plan, least), requestsWith(plan, effortAt.standard)];
  for (const share of [0, 0.1, 0.5]) {
    const budget = Math.round(fewest + share * (most - fewest));
    const before = sandbox.requests;
    const { targets } = await run({ ...plan, targets: [withBudget(target, budget)] });
    expect(sandbox.requests - before).toBeLessThanOrEqual(budget);
    expect(targets[0]?.stats.requests).toBe(sandbox.requests - before);
    expect(targets[0]?.verdict === 'conformant').toBe(faults.length === 0);
  }
});
