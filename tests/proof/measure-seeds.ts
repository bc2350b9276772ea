import type { CheckResult, Depth } from '../../schemas/generated/result.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { run } from '../../src/engine/run/run.js';
import { type AnyFault, faults } from '../../src/sandbox/faults/index.js';
import { planOf } from '../support/sandbox-target.js';
import { idsOf, seldom } from './prove.js';
import { startFaulty } from './start-faulty.js';

export const depths = ['quick', 'standard'] as const satisfies readonly Depth[];
export const tenSeeds: readonly number[] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];

const names = [
  'takes-offsets-beyond-fourteen-hours',
  ...['', 'transaction-'].flatMap((service) => [
    `${service}looks-at-seconds-of-age`,
    `${service}looks-at-seconds-since`,
    `${service}looks-at-minutes-of-age`,
    `${service}counts-whole-hours`,
    `${service}counts-whole-days`,
  ]),
  'transaction-reserialises-as-php',
  'transaction-reserialises-as-javascript',
  'transaction-escapes-slashes',
  'transaction-escapes-letters',
  'transaction-decodes-query',
  'transaction-decodes-path',
];

/** Faults that show in few members of a family, so that random inputs alone find them with some seeds only. */
export const seldomShown: readonly AnyFault[] = names.map((name) => {
  const fault = faults.find((each) => each.name === name);
  if (!fault) throw new RangeError(`there is no fault ${name}`);
  return fault;
});

/** The faults that a check of their own shows: the others show in what the rest of a run sends, or only after a wait. */
export const shownAlone: readonly AnyFault[] = faults.filter(
  ({ name, slow }) => !slow && !seldom.has(name),
);

/** What one run found of a fault. */
export interface Found {
  fault: AnyFault;
  depth: Depth;
  seed: number;
  /** Ids of the failed checks, sorted. */
  failed: string[];
  /** Probes that the check sent which found it with the fewest; undefined if none did. */
  probes: number | undefined;
}

/** Targets in one run: each keeps its connections open until the run ends. */
const atOnce = 20;

/** Runs some checks of each fault, at each depth and with each seed. */
export async function measureSeeds(
  chosen: readonly AnyFault[],
  checksOf: (fault: AnyFault) => string[],
  seeds: readonly number[],
): Promise<Found[]> {
  const all: Found[] = [];
  for (let from = 0; from < chosen.length; from += atOnce)
    all.push(...(await measureBatch(chosen.slice(from, from + atOnce), checksOf, seeds)));
  return all;
}

async function measureBatch(
  batch: readonly AnyFault[],
  checksOf: (fault: AnyFault) => string[],
  seeds: readonly number[],
): Promise<Found[]> {
  const started = await Promise.all(batch.map(startFaulty));
  const all: Found[] = [];
  for (const depth of depths) {
    for (const seed of seeds) {
      const targets = started.map(({ target }, at) => ({
        ...target,
        only: checksOf(batch[at] as AnyFault),
      }));
      const result = await run(planOf(targets, { depth, seed }));
      for (const [at, target] of result.targets.entries()) {
        const failing = target.checks.filter(({ outcome }) => outcome === 'failed');
        all.push({
          fault: batch[at] as AnyFault,
          depth,
          seed,
          failed: idsOf(target, 'failed'),
          probes: failing.length > 0 ? Math.min(...failing.map(probesOf)) : undefined,
        });
      }
    }
  }
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  return all;
}

/** The checks of the areas that a fault trips, so that nothing else that fails there is overlooked. */
export function checksNear({ trips }: AnyFault): string[] {
  const catalogue = shippedCatalogue();
  const areas = new Set(trips.map((id) => catalogue.get(id)?.area));
  return [...catalogue.values()].flatMap(({ id, area }) => (areas.has(area) ? [id] : []));
}

/** The place of the probe that failed, counted from 1; others may have been under way at the same time. */
function probesOf({ counterexample, runs }: CheckResult): number {
  if (!counterexample) return runs ?? 1;
  return Number(counterexample.path.split(':')[0]) + 1;
}
