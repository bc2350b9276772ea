import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Held, runProperty } from '../../../src/engine/checks/property.js';
import { say } from '../../../src/messages/message.js';
import { overtaken } from './overtaken.js';

const held: Held = { kind: 'held' };
const violated: Held = { kind: 'violated', message: 'no' };
const unanswered: Held = { kind: 'no-answer', message: say('http/no-answer/none') };

const options = { runs: 100, concurrency: 7, shrinkTimeMs: 60_000 };

/** A property whose nth probe throws, with counts of the probes that began and that ended. */
function throwing(
  at: number,
  error: string,
  concurrency: number,
  judge: (value: number, mine: number) => Held,
) {
  const counts = { begun: 0, ended: 0 };
  const outcome = runProperty(
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
    const outcome = await runProperty(
      fc.nat(),
      async (value) => (value % 2 === 0 ? unanswered : held),
      { ...options, seed: 3 },
    );
    const even = fc.sample(fc.nat(), { seed: 3, numRuns: 100 }).filter((value) => value % 2 === 0);
    expect(outcome).toEqual({
      runs: 100,
      unanswered: even.length,
      unansweredMessage: say('http/no-answer/none'),
    });
  });

  test('while shrinking, leaves the previous value', async () => {
    let first: number | undefined;
    const { violation } = await runProperty(
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
    const { violation } = await runProperty(
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
