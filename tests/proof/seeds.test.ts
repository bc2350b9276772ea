import { beforeAll, describe, expect, test } from 'vitest';
import {
  checksNear,
  depths,
  type Found,
  measureSeeds,
  seldomShown,
  tenSeeds,
} from './measure-seeds.js';
import { whole } from './prove.js';

const seeds = whole ? tenSeeds : tenSeeds.slice(0, 2);
let found: Found[] = [];

beforeAll(async () => {
  found = await measureSeeds(seldomShown, checksNear, seeds);
}, 1_500_000);

describe.for(depths)('at depth %s', (depth) => {
  test.for(seldomShown.map((fault) => [fault.name, fault] as const))(
    '%s is found with every seed, by the same checks',
    ([name, { trips }]) => {
      const runs = found.filter((one) => one.fault.name === name && one.depth === depth);
      expect(runs.map(({ seed }) => seed)).toEqual(seeds);
      const [first] = runs.map(({ failed }) => failed);
      for (const { failed } of runs) expect(failed).toEqual(first);
      expect(first).not.toEqual([]);
      if (depth === 'standard') expect(first).toEqual([...trips].sort());
      else expect(trips).toEqual(expect.arrayContaining(first ?? []));
    },
  );
});
