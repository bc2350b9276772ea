import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { seedOfRun } from '../../../src/engine/catalogue/seed-of-run.js';

const catalogue = shippedCatalogue();

test('the seed is the same in each run unless it is asked for otherwise', () => {
  const { seed, seedFrom } = seedOfRun(undefined, catalogue);
  expect(seedFrom).toBe('default');
  expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
  expect(seedOfRun(undefined, new Map([...catalogue].reverse())).seed).toBe(seed);
});

test('another catalogue has another seed', () => {
  const fewer = new Map([...catalogue].slice(1));
  expect(seedOfRun(undefined, fewer).seed).not.toBe(seedOfRun(undefined, catalogue).seed);
});

test('a seed that is given is taken, and 0 is one', () => {
  expect(seedOfRun(0, catalogue)).toEqual({ seed: 0, seedFrom: 'given' });
});

test('random draws another one each time', () => {
  const drawn = Array.from({ length: 5 }, () => seedOfRun('random', catalogue));
  expect(new Set(drawn.map(({ seedFrom }) => seedFrom))).toEqual(new Set(['random']));
  expect(new Set(drawn.map(({ seed }) => seed)).size).toBeGreaterThan(1);
});
