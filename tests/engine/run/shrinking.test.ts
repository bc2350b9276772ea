import { expect, test } from 'vitest';
import type { Depth } from '../../../schemas/generated/result.js';
import { effortAt } from '../../../src/engine/plan/effort.js';
import type { TargetPlan } from '../../../src/engine/plan/plan.js';
import { forecastRun } from '../../../src/engine/run/forecast-run.js';
import { run } from '../../../src/engine/run/run.js';
import { faults } from '../../../src/sandbox/faults/index.js';
import { alsoRefuse } from '../../../src/sandbox/policies/change-policy.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

/** Faults of whose properties some smaller input is found for long, of checks that refuse and that accept. */
const long: [name: string, depth: Depth, shrinkRequests: number][] = [
  ['transaction-never-verifies-jwt', 'quick', 12],
  ['transaction-never-verifies-jwt', 'standard', 12],
  // What has to be accepted is sent several times before it counts as refused.
  ['transaction-sorts-members', 'standard', 20],
];

/** Fewer requests than the smallest input takes. */
const sparing = (depth: Depth, shrinkRequests: number) => ({
  ...effortAt[depth],
  shrinkRequests,
});

/** A sandbox with such a fault, asked for the one check that it fails. */
async function failing(name: string, variations: string[] = []) {
  const fault = faults.find((each) => each.name === name);
  const { sandbox, target } = await startSandboxTarget(name, {
    faults: [name],
    variations,
    transaction: true,
  });
  return { sandbox, target: { ...target, only: [...(fault?.trips ?? [])].slice(0, 1) } };
}

/** What a run finds of the one check of a target, and how many requests it takes. */
async function found(target: TargetPlan, depth: Depth) {
  const { targets } = await run(planOf([target], { depth, seed: 11 }));
  const [{ checks = [], stats } = {}] = targets;
  return { check: checks[0], requests: stats?.requests ?? 0 };
}

/** Of such faults those whose inputs depend on nothing that the server made up. */
const alike: typeof long = [
  ['transaction-hashes-raw-body', 'standard', 20],
  ['transaction-sorts-members', 'standard', 60],
];

test.for(alike)(
  '%s: a slow server has the same as a fast one at depth %s',
  async ([name, depth, most]) => {
    const [fast, slow] = await Promise.all([failing(name), failing(name, ['slow'])]);
    const oneByOne = { ...slow.target, limits: { ...slow.target.limits, concurrency: 1 } };
    const told = [];
    for (const target of [fast.target, slow.target, oneByOne])
      told.push(
        (await found({ ...target, effort: sparing(depth, most) }, depth)).check?.counterexample,
      );
    await Promise.all([fast, slow].map(({ sandbox }) => sandbox.close()));
    // It isn't the smallest there is: the share of requests ended it.
    expect(told[0]?.path).toMatch(/^\d+(:\d+)+$/);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  },
);

test.for(long)(
  '%s: at depth %s, a smaller counterexample takes its share of requests and no more',
  async ([name, depth, most]) => {
    const { sandbox, target } = await failing(name);
    // One at a time, so that both runs send the same until the first failure.
    const limits = { ...target.limits, concurrency: 1 };
    const effort = sparing(depth, most);
    const without = await found(
      { ...target, limits, effort: { ...effort, shrinkRequests: 0 } },
      depth,
    );
    const shrunk = await found({ ...target, limits, effort }, depth);
    await sandbox.close();
    const [forecast] = forecastRun(planOf([{ ...target, effort }], { depth }));
    expect(forecast?.checks.map(({ shrinks }) => shrinks)).toEqual([effort.shrinkRequests]);
    expect(without.check?.outcome).toBe('failed');
    expect(shrunk.check?.outcome).toBe('failed');
    expect(shrunk.check?.counterexample?.path.length).toBeGreaterThan(
      without.check?.counterexample?.path.length ?? 0,
    );
    expect(shrunk.requests - without.requests).toBeLessThanOrEqual(effort.shrinkRequests);
    expect(shrunk.requests - without.requests).toBeGreaterThan(effort.shrinkRequests / 2);
  },
);

test('a target that locks its client out costs the share of one property, not hundreds of requests', async () => {
  let requests = 0;
  const { sandbox, target } = await startSandboxTarget('locks', {
    changeTokenB2b: (policy) =>
      alsoRefuse(policy, () => {
        requests += 1;
        return requests < 10 ? undefined : { faultClass: 'unknown-client', field: 'X-CLIENT-KEY' };
      }),
  });
  const only = ['token-b2b/headers/accepts-any-name-case'];
  const { check, requests: sent } = await found({ ...target, only }, 'thorough');
  await sandbox.close();
  expect(['cantTell', 'untested']).toContain(check?.outcome);
  // Its inputs that were under way, each tried at several instants, and the share.
  const { shrinkRequests } = effortAt.thorough;
  expect(sent).toBeLessThan(10 + target.limits.concurrency * 6 + shrinkRequests + 10);
});
