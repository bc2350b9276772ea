import { expect, onTestFinished, test, vi } from 'vitest';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { chooseIds } from '../../../src/engine/catalogue/choose.js';
import { run } from '../../../src/engine/run/run.js';
import { sideBySide } from '../../../src/engine/run/side-by-side.js';
import { planOf, startSandboxTarget, targetAt } from '../../support/sandbox-target.js';
import { serveRaw } from '../../support/server.js';

/** Pieces of work that begin and end when the test says so. */
function pieces(count: number) {
  const ends: (() => void)[] = [];
  const fails: ((error: Error) => void)[] = [];
  const begun: number[] = [];
  const waiting: { at: number; tell: () => void }[] = [];
  const items = Array.from({ length: count }, (_, at) => at);
  const work = (item: number): Promise<void> => {
    begun.push(item);
    for (const { at, tell } of waiting) if (at === item) tell();
    return new Promise((resolve, reject) => {
      ends[item] = resolve;
      fails[item] = reject;
    });
  };
  return {
    items,
    begun,
    work,
    end: (item: number) => ends[item]?.(),
    fail: (item: number, error: Error) => fails[item]?.(error),
    /** Resolves once a piece has begun. */
    beginning: (at: number) =>
      begun.includes(at)
        ? Promise.resolve()
        : new Promise<void>((tell) => void waiting.push({ at, tell })),
  };
}

test('as many go on at once as asked for; the next begins as one ends', async () => {
  const { items, begun, work, end, beginning } = pieces(4);
  const all = sideBySide(items, 2, (item) => work(item));
  await beginning(1);
  expect(begun).toEqual([0, 1]);
  end(1);
  await beginning(2);
  expect(begun).toEqual([0, 1, 2]);
  end(0);
  await beginning(3);
  end(2);
  end(3);
  await all;
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('a silent one gives its place to the next, and goes on as well', async () => {
  const { items, begun, work, end, beginning } = pieces(3);
  let settled = false;
  const all = sideBySide(items, 1, (item) => work(item)).then(() => {
    settled = true;
  });
  // Neither the first nor the second ever ends or gives a sign of life.
  await beginning(2);
  expect(begun).toEqual([0, 1, 2]);
  end(2);
  end(1);
  expect(settled).toBe(false);
  end(0);
  await all;
});

test('only so many silent ones go on besides', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { items, begun, work, end } = pieces(5);
  const all = sideBySide(items, 1, (item) => work(item));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toEqual([0, 1, 2]);
  end(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const item of [1, 2, 3]) end(item);
  await vi.advanceTimersByTimeAsync(0);
  end(4);
  await all;
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('what fails stops none of the others, and is thrown once all have ended', async () => {
  const { items, begun, work, end, fail, beginning } = pieces(3);
  const all = sideBySide(items, 1, (item) => work(item));
  await beginning(0);
  fail(0, new Error('the first'));
  await beginning(1);
  fail(1, new Error('the second'));
  await beginning(2);
  end(2);
  await expect(all).rejects.toThrow('the first');
  expect(begun).toEqual([0, 1, 2]);
});

test('a target that never answers holds up none of the others', async () => {
  // It takes connections and says nothing.
  const silent = await serveRaw(() => undefined);
  const started = await Promise.all(
    ['one', 'two', 'three'].map((name) => startSandboxTarget(name)),
  );
  const targets = started.map(({ target }) => target);
  const mute = await targetAt(silent.url, 'mute');
  const only = ['token-b2b/response/*'];
  const checks = chooseIds(shippedCatalogue(), { only, skip: [] }).length;
  const done: string[] = [];
  const ended: string[] = [];
  const result = await run(planOf([mute, ...targets], { only, depth: 'quick' }), {
    targetsAtOnce: 1,
    onCheck: ({ target }) => {
      done.push(target);
      if (done.filter((name) => name === target).length === checks) ended.push(target);
      // It breaks off only now: anyone who waited for it would have waited for its timeouts.
      if (ended.length === targets.length) void silent.close();
    },
  });
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  expect(ended).toEqual(['one', 'two', 'three', 'mute']);
  expect(result.targets.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['mute', 'inconclusive'],
    ['one', 'conformant'],
    ['two', 'conformant'],
    ['three', 'conformant'],
  ]);
  expect(result.targets[0]?.control.outcome).toBe('no-answer');
});
