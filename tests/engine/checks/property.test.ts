import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Held, seedFor } from '../../../src/engine/checks/property.js';
import { overtaken } from './overtaken.js';
import { tried } from './tried.js';

const held: Held = { kind: 'held' };
const violated: Held = { kind: 'violated', message: 'no' };

const options = { runs: 100, concurrency: 7 };

interface Case<T> {
  arbitrary: fc.Arbitrary<T>;
  holds: (value: T) => boolean;
}

function of<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => boolean): Case<unknown> {
  return { arbitrary, holds: holds as (value: unknown) => boolean };
}

const cases: Record<string, Case<unknown>> = {
  'integers below a bound': of(fc.integer(), (value) => value < 12_345),
  'texts without a letter': of(fc.string(), (text) => !text.includes('a')),
  'short lists': of(fc.array(fc.nat(1000)), (list) => list.length < 6),
  'records of two': of(
    fc.record({ a: fc.nat(), b: fc.string() }),
    ({ a, b }) => a < 1000 || b.length < 3,
  ),
  'one of several': of(fc.oneof(fc.constant('x'), fc.string(), fc.integer()), (value) =>
    typeof value === 'number' ? value > -50 : value.length < 8,
  ),
  'filtered and mapped': of(
    fc
      .integer({ min: 0, max: 9999 })
      .filter((value) => value % 3 !== 0)
      .map((value) => `#${value}`),
    (text) => text.length < 5,
  ),
  chained: of(
    fc.nat(20).chain((length) => fc.array(fc.boolean(), { minLength: length, maxLength: length })),
    (list) => list.filter(Boolean).length < 4,
  ),
  'never true': of(fc.double(), () => false),
};

describe.for(Object.keys(cases))('%s', (name) => {
  const { arbitrary, holds } = cases[name] as Case<unknown>;

  test.for([1, 2, 7, 32])(
    '%i at once: the counterexample that one at a time gives',
    (concurrency) =>
      fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const serial = fc.check(fc.property(arbitrary, holds), { seed, numRuns: options.runs });
          const { violation } = await tried(
            arbitrary,
            async (value) => {
              await overtaken(value);
              return holds(value) ? held : violated;
            },
            { ...options, seed, concurrency },
          );
          expect(violation?.path).toBe(serial.counterexamplePath ?? undefined);
          expect(violation?.value).toEqual(serial.counterexample?.[0]);
        }),
        { numRuns: 8 },
      ),
  );
});

describe('how much is run', () => {
  test.for([1, 3, 16])('never more than %i at once, and that many', async (concurrency) => {
    let now = 0;
    let most = 0;
    await tried(
      fc.nat(),
      async (value) => {
        now += 1;
        most = Math.max(most, now);
        await turn();
        await overtaken(value);
        now -= 1;
        return held;
      },
      { ...options, seed: 1, concurrency },
    );
    expect(most).toBe(concurrency);
  });

  test('every value once, in the order of fast-check, if all hold', async () => {
    const probed: number[] = [];
    const outcome = await tried(
      fc.nat(),
      async (value) => {
        probed.push(value);
        return held;
      },
      { ...options, seed: 7 },
    );
    expect(probed).toEqual(fc.sample(fc.nat(), { seed: 7, numRuns: 100 }));
    expect(outcome).toEqual({ runs: 100, unanswered: 0 });
  });

  test('nothing new once an earlier value failed', async () => {
    const values = fc.sample(fc.nat(), { seed: 7, numRuns: 100 });
    const failing = values[10];
    let probed = 0;
    const { violation } = await tried(
      fc.noShrink(fc.nat()),
      async (value) => {
        probed += 1;
        return value === failing ? violated : held;
      },
      { ...options, seed: 7, concurrency: 4 },
    );
    expect(violation?.path).toBe(String(values.indexOf(failing ?? 0)));
    // Those before it, itself, three that were under way at the same time, and its replay.
    expect(probed).toBeLessThanOrEqual(10 + 1 + 3 + 1);
  });

  test('a later value that fails first does not hide an earlier one', async () => {
    const values = fc.sample(fc.nat(), { seed: 7, numRuns: 8 });
    let release = () => {};
    const early = new Promise<void>((resolve) => {
      release = resolve;
    });
    const found = await tried(
      fc.nat(),
      async (value) => {
        if (value === values[5]) release();
        if (value === values[2]) await early;
        return value === values[2] || value === values[5] ? violated : held;
      },
      { ...options, seed: 7, runs: 8, concurrency: 8 },
    );
    expect(found.violation?.path).toMatch(/^2(:|$)/);
  });
});

test('the message is that of the smallest value', async () => {
  const { violation } = await tried(
    fc.nat(),
    async (value) => (value > 99 ? { kind: 'violated', message: `${value} is large` } : held),
    { ...options, seed: 3 },
  );
  expect(violation).toMatchObject({ value: 100, message: '100 is large' });
});

describe('examples', () => {
  const holdsBelow = (bound: number) => async (value: number) => {
    await overtaken(value);
    return value < bound ? held : violated;
  };

  test('come first, count as runs, and leave the random values as they are', async () => {
    const probed: number[] = [];
    const { runs } = await tried(
      fc.nat(),
      async (value) => {
        probed.push(value);
        return held;
      },
      { ...options, seed: 7, runs: 10, examples: [3, 1] },
    );
    expect(runs).toBe(10);
    expect(probed).toEqual([3, 1, ...fc.sample(fc.nat(), { seed: 7, numRuns: 8 })]);
  });

  test('more than there are runs are left out', async () => {
    const probed: number[] = [];
    await tried(
      fc.nat(),
      async (value) => {
        probed.push(value);
        return held;
      },
      { ...options, seed: 7, runs: 1, examples: [3, 1] },
    );
    expect(probed).toEqual([3]);
  });

  test.for([1, 2, 7])(
    '%i at once: the counterexample that fast-check itself finds',
    (concurrency) =>
      fc.assert(
        fc.asyncProperty(
          fc.integer(),
          fc.array(fc.nat({ max: 2000 }), { maxLength: 5 }),
          async (seed, examples) => {
            const serial = fc.check(
              fc.property(fc.nat(), (value) => value < 1000),
              {
                seed,
                numRuns: 100,
                examples: examples.map((value) => [value]),
              },
            );
            const { violation } = await tried(fc.nat(), holdsBelow(1000), {
              ...options,
              seed,
              concurrency,
              examples,
            });
            expect(violation?.path).toBe(serial.counterexamplePath ?? undefined);
            expect(violation?.value).toEqual(serial.counterexample?.[0]);
          },
        ),
        { numRuns: 20 },
      ),
  );

  test('that fails is the counterexample at every seed, and stays as it is if it cannot be made smaller', async () => {
    const written = fc.nat().map((value) => `#${value}`);
    for (const seed of [1, 2, 3]) {
      const { violation } = await tried(
        written,
        async (value) => (value === '#7' ? violated : held),
        { ...options, seed, examples: ['#5', '#7'] },
      );
      expect(violation).toMatchObject({ value: '#7', path: '1' });
    }
  });
});

describe('the seed of a check', () => {
  // Fixed here: with a new value, every seed that was ever reported would replay other inputs.
  test.for([
    [0, '', -2128831035],
    [42, 'token-b2b/timestamp/rejects-missing-offset', 1822359718],
    [-1, 'token-b2b/timestamp/rejects-missing-offset', -619019257],
  ] as const)('%i, %s', ([seed, id, expected]) => {
    expect(seedFor(seed, id)).toBe(expected);
  });

  test('differs by seed and by check, and is a whole number of 32 bits', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.string(), (seed, a, b) => {
        const own = seedFor(seed, a);
        expect(own).toBe(own | 0);
        expect(seedFor(seed, a)).toBe(own);
        if (a !== b && a.length === b.length && a.length === 1)
          expect(seedFor(seed, b)).not.toBe(own);
      }),
    );
  });
});
