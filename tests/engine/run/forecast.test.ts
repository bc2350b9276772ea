import { expect, onTestFinished, test } from 'vitest';
import type { Services } from '../../../schemas/generated/profile.js';
import type { Depth } from '../../../schemas/generated/result.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { forecastRun, type TargetForecast } from '../../../src/engine/run/forecast-run.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

const ids = [...shippedCatalogue().keys()];
const depths: readonly Depth[] = ['quick', 'standard'];

/** What a config can name, so that nothing is left untested that could be tested. */
const everything = {
  transaction: {
    expiredToken: 'a-token-that-was-good-some-days-ago',
    outOfScopeToken: 'a-token-that-is-good-for-other-services',
  },
  customer: true,
} as const;

/** A sandbox of a profile whose target names all that a profile can be tested by. */
async function conforming(profile: string, overrides?: Services) {
  const started = await startSandboxTarget(profile, { profile, overrides, ...everything });
  onTestFinished(() => started.sandbox.close());
  return started;
}

test('a forecast sends nothing, and counts each chosen check in the order of the run', async () => {
  const { sandbox, target } = await conforming('snap-bi');
  const [forecast] = forecastRun(planOf([target]));
  expect(sandbox.requests).toBe(0);
  expect(sandbox.codes).toBe(0);
  const counted = forecast?.checks.map(({ id }) => id) ?? [];
  expect(counted.toSorted()).toEqual(ids.toSorted());
  // Those that judge what the run saw come last.
  const position = (id: string) => counted.indexOf(id);
  expect(position('token-b2b/errors/shape')).toBeGreaterThan(
    position('transaction/signature/refuses-bit-flip'),
  );
  expect(forecast?.requests).toBe(sum(forecast?.checks.map(({ requests }) => requests)));
  expect(forecast?.requests).toBeGreaterThan(500);
});

/** Profiles with the checks to forecast one by one: the standard has no signature utility. */
const asked = [
  ['snap-bi', ids],
  ['aspi-sandbox', ids.filter((id) => id.startsWith('signature-utility/'))],
] as const;

test.for(asked.flatMap(([profile, of]) => depths.map((depth) => [profile, depth, of] as const)))(
  'each check alone, %s at depth %s: a conforming target gets exactly what is forecast',
  { timeout: 180_000 },
  async ([profile, depth, of]) => {
    const { sandbox, target } = await conforming(profile);
    const plan = planOf(
      of.map((id) => ({ ...target, name: id, only: [id] })),
      { depth },
    );
    const forecast = forecastRun(plan);
    const { targets } = await run(plan);
    const sent = targets.map(({ name, stats }) => [name, stats.requests]);
    expect(sent).toEqual(of.map((id, at) => [id, forecast[at]?.requests]));
    expect(sandbox.requests).toBe(sum(forecast.map(({ requests }) => requests)));
    expect(sandbox.codes).toBe(sum(forecast.map(codesOf)));
    expect(targets.flatMap(({ checks }) => checks).filter(isFinding)).toEqual([]);
  },
);

test.for(depths)(
  'whole runs of depth %s: each conforming target gets exactly what is forecast',
  { timeout: 180_000 },
  async (depth) => {
    const started = await Promise.all(
      ['snap-bi', 'doku', 'ayolinx', 'bri', 'aspi-sandbox'].map((profile) => conforming(profile)),
    );
    const plan = planOf(
      started.map(({ target }) => target),
      { depth, seed: 7 },
    );
    const forecast = forecastRun(plan);
    const { targets } = await run(plan);
    expect(started.map(({ sandbox }) => sandbox.requests)).toEqual(
      forecast.map(({ requests }) => requests),
    );
    expect(targets.map(({ stats }) => stats.requests)).toEqual(
      forecast.map(({ requests }) => requests),
    );
    expect(started.map(({ sandbox }) => sandbox.codes)).toEqual(forecast.map(codesOf));
    expect(targets.map(({ verdict }) => verdict)).toEqual(targets.map(() => 'conformant'));
  },
);

test.for(depths)(
  'tokens that are good for one transaction: each check of depth %s gets as many as are forecast',
  { timeout: 180_000 },
  async (depth) => {
    const { sandbox, target } = await conforming('snap-bi', { transaction: { tokenUse: 'once' } });
    const of = ids.filter((id) => id.startsWith('transaction/'));
    const plan = planOf(
      [...of.map((id) => [id]), ['transaction/*']].map((only) => ({
        ...target,
        name: only.join(),
        only: ids.filter((id) => only.includes(id) || only.includes('transaction/*')),
      })),
      { depth },
    );
    const forecast = forecastRun(plan);
    const { targets } = await run(plan);
    const sent = targets.map(({ name, stats }) => [name, stats.requests]);
    expect(sent).toEqual(plan.targets.map(({ name }, at) => [name, forecast[at]?.requests]));
    expect(sandbox.requests).toBe(sum(forecast.map(({ requests }) => requests)));
    expect(targets.flatMap(({ checks }) => checks).filter(isFinding)).toEqual([]);
  },
);

function sum(numbers: readonly number[] = []): number {
  return numbers.reduce((all, number) => all + number, 0);
}

function codesOf({ checks }: TargetForecast): number {
  return sum(checks.map(({ codes }) => codes));
}

function isFinding({ outcome }: { outcome: string }): boolean {
  return outcome === 'failed' || outcome === 'cantTell';
}
