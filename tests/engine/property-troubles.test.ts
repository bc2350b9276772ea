import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Held, runProperty } from '../../src/engine/property.js';
import { overtaken } from './overtaken.js';

const held: Held = { kind: 'held' };
const violated: Held = { kind: 'violated', message: 'no' };
const unanswered: Held = { kind: 'no-answer', message: 'silence' };

const options = { runs: 100, concurrency: 7, shrinkTimeMs: 60_000 };

describe('a probe that throws', () => {
  test('ends the property: none begins after it, and the first error comes once all have ended', async () => {
    let begun = 0;
    let ended = 0;
    const outcome = runProperty(
      fc.nat(),
      async (value) => {
        begun += 1;
        const mine = begun;
        await turn();
        if (mine === 10) throw new Error('the first');
        await overtaken(value);
        ended += 1;
        if (mine > 10) throw new Error('a later one');
        return held;
      },
      { ...options, seed: 3, concurrency: 7 },
    );
    await expect(outcome).rejects.toThrow('the first');
    // All those begun before it but itself.
    expect(ended).toBe(begun - 1);
    expect(begun).toBeLessThanOrEqual(10 + 6);
    const before = begun;
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(begun).toBe(before);
  });

  test('while shrinking, ends it too', async () => {
    let begun = 0;
    let ended = 0;
    const outcome = runProperty(
      fc.nat(),
      async (value) => {
        begun += 1;
        const mine = begun;
        await turn();
        if (mine === 7) throw new Error('it broke');
        await overtaken(value);
        ended += 1;
        return value > 10 ? violated : held;
      },
      { ...options, seed: 3, concurrency: 4 },
    );
    await expect(outcome).rejects.toThrow('it broke');
    expect(ended).toBe(begun - 1);
    const before = begun;
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(begun).toBe(before);
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
      unansweredMessage: 'silence',
    });
  });

  test('while shrinking, leaves the value before', async () => {
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
