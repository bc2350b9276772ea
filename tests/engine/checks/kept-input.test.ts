import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { CheckResult } from '../../../schemas/generated/result.js';
import { valueOfKept } from '../../../src/engine/checks/kept-input.js';
import type { KeptInput } from '../../../src/engine/plan/plan.js';
import { fitBudgets } from '../../../src/engine/run/budgets.js';
import { forecastRun } from '../../../src/engine/run/forecast-run.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

const id = 'token-b2b/timestamp/rejects-epoch';

/** The plan of one check against a sandbox with these faults, which tries an input first. */
async function planned(keptInput: KeptInput | undefined, ...faults: string[]) {
  const { sandbox, target } = await startSandboxTarget('bank', { faults });
  onTestFinished(() => sandbox.close());
  const tried = keptInput ? { ...target, keptInputs: { [id]: keptInput } } : target;
  return planOf([tried], { only: [id] });
}

/** What becomes of that check. */
async function checked(...of: Parameters<typeof planned>): Promise<CheckResult | undefined> {
  return (await run(await planned(...of))).targets[0]?.checks[0];
}

test('a kept input is the value that the file holds, or the one to which seed and path lead', () => {
  const property = fc.array(fc.integer());
  const failing = fc.check(
    fc.property(property, (list) => list.length < 2),
    { seed: 3 },
  );
  const { counterexample, counterexamplePath: path } = failing;
  expect(valueOfKept({ seed: 3, path: path ?? '' }, property)).toEqual(counterexample?.[0]);
  expect(valueOfKept({ value: [7], seed: 3, path: 'x' }, property)).toEqual([7]);
  expect(() => valueOfKept({ seed: 3, path: '0:99999' }, property)).toThrow();
});

test('it is tried first: if it fails, the check has failed with this very input', async () => {
  const kept = { value: '1700000123', seed: 9, path: '4:2' };
  const check = await checked(kept, 'takes-epoch');
  expect(check).toMatchObject({
    outcome: 'failed',
    runs: 1,
    counterexample: kept,
    keptInput: { outcome: 'failed' },
  });
});

test('if it passes, the other inputs are tried as ever', async () => {
  const kept = { value: 'no epoch at all', seed: 9, path: '4:2' };
  const failing = await checked(kept, 'takes-epoch');
  expect(failing).toMatchObject({ outcome: 'failed', keptInput: { outcome: 'passed' } });
  expect(failing?.counterexample?.value).not.toBe(kept.value);
  const passing = await checked(kept);
  expect(passing).toMatchObject({ outcome: 'passed', keptInput: { outcome: 'passed' } });
});

test('without a value it is found by its seed and path', async () => {
  const first = await checked(undefined, 'takes-epoch');
  const { value, seed, path } = first?.counterexample ?? {};
  const again = await checked({ seed: seed ?? 0, path: path ?? '' }, 'takes-epoch');
  expect(again).toMatchObject({
    counterexample: { value, seed, path },
    keptInput: { outcome: 'failed' },
  });
});

test('one that is no input of the check any more is told, and harms nothing', async () => {
  for (const kept of [
    { seed: 1, path: '0:99999' },
    { seed: 1, path: 'nowhere' },
  ]) {
    const check = await checked(kept);
    expect(check).toMatchObject({ outcome: 'passed', keptInput: { outcome: 'unusable' } });
  }
});

test('its request is counted before the run', async () => {
  const [kept, usual] = [{ value: '1', seed: 1, path: '0' }, undefined];
  const requests = async (input: KeptInput | undefined) =>
    forecastRun(fitBudgets(await planned(input)))[0]?.requests ?? 0;
  expect(await requests(kept)).toBe((await requests(usual)) + 1);
});
