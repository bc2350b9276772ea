import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Held, runProperty } from '../../../src/engine/checks/property.js';
import { say } from '../../../src/messages/message.js';
import { overtaken } from './overtaken.js';
import { tried } from './tried.js';

const held: Held = { kind: 'held' };
const violated: Held = { kind: 'violated', message: 'no' };
const unanswered: Held = { kind: 'no-answer', message: say('http/no-answer/none') };

const options = { runs: 100, concurrency: 7 };

/** A property whose nth probe throws, with counts of the probes that began and that ended. */
function throwing(
  at: number,
  error: string,
  concurrency: number,
  judge: (value: number, mine: number) => Held,
) {
  const counts = { begun: 0, ended: 0 };
  const outcome = tried(
    fc.nat(),
    async (value) => {
      counts.begun += 1;
      const mine = counts.begun;
      await turn();
      if (mine === at) throw new Error(error);
      await overtaken(value);
      counts.ended += 1;
      return judge(value, mine);
    },
    { ...options, seed: 3, concurrency },
  );
  return { counts, outcome };
}

/** Asserts that no probe begins any more. */
async function expectRest(counts: { begun: number }): Promise<void> {
  const { begun } = counts;
  for (let turns = 0; turns < 50; turns += 1) await turn();
  expect(counts.begun).toBe(begun);
}

describe('a probe that throws', () => {
  test('ends the property: none begins after it, and the first error comes once all have ended', async () => {
    const { counts, outcome } = throwing(10, 'the first', 7, (_, mine) => {
      if (mine > 10) throw new Error('a later one');
      return held;
    });
    await expect(outcome).rejects.toThrow('the first');
    // All that began before it, except itself.
    expect(counts.ended).toBe(counts.begun - 1);
    expect(counts.begun).toBeLessThanOrEqual(10 + 6);
    await expectRest(counts);
  });

  test('while shrinking, ends it too', async () => {
    const { counts, outcome } = throwing(7, 'it broke', 4, (value) =>
      value > 10 ? violated : held,
    );
    await expect(outcome).rejects.toThrow('it broke');
    expect(counts.ended).toBe(counts.begun - 1);
    await expectRest(counts);
  });
});

describe('no answer', () => {
  test('is counted, and is neither kept nor broken', async () => {
    const outcome = await tried(fc.nat(), async (value) => (value % 2 === 0 ? unanswered : held), {
      ...options,
      seed: 3,
    });
    const even = fc.sample(fc.nat(), { seed: 3, numRuns: 100 }).filter((value) => value % 2 === 0);
    expect(outcome).toEqual({
      runs: 100,
      unanswered: even.length,
      unansweredMessage: say('http/no-answer/none'),
    });
  });

  test('while shrinking, leaves the previous value', async () => {
    let first: number | undefined;
    const { violation } = await tried(
      fc.nat(),
      async (value) => {
        if (first === undefined && value > 10) first = value;
        if (first === undefined) return held;
        return value === first ? violated : unanswered;
      },
      { ...options, seed: 3, concurrency: 1 },
    );
    expect(violation?.value).toBe(first);
    expect(violation?.message).toBe('no');
  });

  test('the second time: the value stays as it was found', async () => {
    let failed = false;
    const { violation } = await tried(
      fc.nat(),
      async (value) => {
        if (failed || value < 10) return held;
        failed = true;
        return violated;
      },
      { ...options, seed: 3, concurrency: 1 },
    );
    expect(violation?.path).toMatch(/^\d+$/);
    expect(violation?.message).toBe('no');
  });
});

describe('making a counterexample smaller ends', () => {
  /** Fails for every list, which can be made smaller for long; what the nth smaller one shows is told apart. */
  function shrinking(smaller: (nth: number) => Held | undefined) {
    let count = 0;
    const outcome = runProperty(
      fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
      {
        sampled: async () => violated,
        smaller: async () => {
          count += 1;
          return smaller(count);
        },
      },
      { ...options, examples: [], seed: 3 },
    );
    return { outcome, count: () => count };
  }

  test('when nothing more may be sent: nothing is tried again, and the smallest so far stays', async () => {
    const { outcome, count } = shrinking((nth) => (nth <= 5 ? violated : undefined));
    const { violation } = await outcome;
    expect(count()).toBe(6);
    // The replay, and four smaller ones.
    expect(violation?.path).toMatch(/^\d+(:\d+){4}$/);
  });

  test.for([
    ['gives no answer', { ...unanswered, silent: true }],
    ['lets a request wait, which is the violation', { ...violated, silent: true }],
  ] as const)('when the target %s', async ([, silent]) => {
    const { outcome, count } = shrinking((nth) => (nth < 3 ? violated : silent));
    await outcome;
    expect(count()).toBe(3);
  });

  test('before it begins, when the violation is that the target let a request wait', async () => {
    let count = 0;
    const probe = async (): Promise<Held> => {
      count += 1;
      return { ...violated, silent: true };
    };
    const { violation } = await tried(fc.nat(), probe, { ...options, seed: 3, concurrency: 1 });
    expect(count).toBe(1);
    expect(violation?.path).toBe('0');
  });
});
