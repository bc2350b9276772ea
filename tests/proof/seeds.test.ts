import { beforeAll, describe, expect, test } from 'vitest';
import type { Depth } from '../../schemas/generated/result.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { run } from '../../src/engine/run/run.js';
import { type AnyFault, faults } from '../../src/sandbox/faults/index.js';
import { planOf } from '../support/sandbox-target.js';
import { idsOf, whole } from './prove.js';
import { startFaulty } from './start-faulty.js';

const depths = ['quick', 'standard'] as const satisfies readonly Depth[];
/** Ten when the document is written. */
const seeds = whole ? [1, 2, 3, 5, 8, 13, 21, 34, 55, 89] : [1, 2];

/** Faults that show in few members of a family, so that random inputs alone find them with some seeds only. */
const seldomShown = [
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

const chosen = seldomShown.map((name): AnyFault => {
  const fault = faults.find((each) => each.name === name);
  if (!fault) throw new RangeError(`there is no fault ${name}`);
  return fault;
});

/** The checks of the areas that a fault trips, so that nothing else that fails is overlooked there. */
function checksNear({ trips }: AnyFault): string[] {
  const catalogue = shippedCatalogue();
  const areas = new Set(trips.map((id) => catalogue.get(id)?.area));
  return [...catalogue.values()].flatMap(({ id, area }) => (areas.has(area) ? [id] : []));
}

/** What failed, by depth and fault: one list for each seed. */
const found = new Map<string, string[][]>();
const keyOf = (depth: Depth, name: string) => `${depth} ${name}`;

beforeAll(async () => {
  const started = await Promise.all(chosen.map(startFaulty));
  for (const depth of depths) {
    for (const seed of seeds) {
      const targets = started.map(({ target }, at) => ({
        ...target,
        only: checksNear(chosen[at] as AnyFault),
      }));
      for (const target of (await run(planOf(targets, { depth, seed }))).targets) {
        const key = keyOf(depth, target.name);
        found.set(key, [...(found.get(key) ?? []), idsOf(target, 'failed')]);
      }
    }
  }
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
}, 1_500_000);

describe.for(depths)('at depth %s', (depth) => {
  test.for(chosen.map((fault) => [fault.name, fault] as const))(
    '%s is found with every seed, by the same checks',
    ([name, { trips }]) => {
      const [first = [], ...others] = found.get(keyOf(depth, name)) ?? [];
      expect(others).toHaveLength(seeds.length - 1);
      for (const failed of others) expect(failed).toEqual(first);
      expect(first).not.toEqual([]);
      if (depth === 'standard') expect(first).toEqual([...trips].sort());
      else expect(trips).toEqual(expect.arrayContaining(first));
    },
  );
});
