import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { shippedProfiles } from '../../src/engine/profile/profile.js';
import { allPairs, type Matrix, measureMatrix, type Pair, rulesOfAll } from './matrix.js';
import { cellOf, readCells, renderMatrix } from './render-matrix.js';
import { differing } from './rules-of.js';

const document = join(packageRoot, 'docs', 'matrix.md');
const writing = process.env['WRITE_PROOF'] === '1';
const names = shippedProfiles();

/** Asks each server by the profile that comes next in the alphabet; by all when the document is written. */
const isNext = ({ asking, server }: Pair) =>
  asking === names[(names.indexOf(server) + 1) % names.length];
const pairs = allPairs().filter((pair) => writing || isNext(pair));

let matrix: Matrix = { own: new Map(), told: [], requests: 0 };
let cells = new Map<string, Map<string, string>>();

beforeAll(async () => {
  const begun = performance.now();
  matrix = await measureMatrix(pairs);
  if (writing) writeFileSync(document, renderMatrix(matrix, performance.now() - begun));
  cells = readCells(existsSync(document) ? readFileSync(document, 'utf8') : '');
}, 1_800_000);

describe('a server that takes every freedom of its document', () => {
  test.for(names)('of %s is conformant by it', (name) => {
    const own = matrix.own.get(name);
    const others = own?.checks.filter(
      ({ outcome }) => !['passed', 'inapplicable'].includes(outcome),
    );
    expect(others?.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    // A document that says nothing to any of the checks that run here leaves nothing to judge.
    const some = own?.checks.some(({ outcome }) => outcome === 'passed');
    expect(own?.verdict).toBe(some ? 'conformant' : 'inconclusive');
  });
});

describe('the rules of one profile, put to the server of another', () => {
  test.for(pairs.map((pair) => [pair.asking, pair.server] as const))(
    '%s, to that of %s: told apart exactly if the two say different things',
    ([asking, server]) => {
      const pair = matrix.told.find((each) => each.asking === asking && each.server === server);
      if (!pair) throw new Error('every pair is measured');
      expect(pair.otherwise.length > 0).toBe(pair.differing.length > 0);
      if (pair.differing.length === 0) expect(pair.broken).toEqual([]);
      expect(cells.get(asking)?.get(server), 'run `npm run proof`').toBe(cellOf(pair));
    },
  );
});

test('docs/matrix.md has every pair, and says of each whether the two say the same', () => {
  const rules = rulesOfAll();
  const same = (pair: Pair) => {
    const [one, other] = [rules.get(pair.asking), rules.get(pair.server)];
    return one && other && differing(one, other).length === 0;
  };
  const text = ({ asking, server }: Pair) => `${asking} \\ ${server}`;
  const all = allPairs();
  expect([...cells.keys()]).toEqual(names);
  expect(all.filter(({ asking, server }) => !cells.get(asking)?.get(server)).map(text)).toEqual([]);
  expect(
    all.filter(({ asking, server }) => cells.get(asking)?.get(server) === '=').map(text),
    'run `npm run proof` and commit docs/matrix.md',
  ).toEqual(all.filter(same).map(text));
});
