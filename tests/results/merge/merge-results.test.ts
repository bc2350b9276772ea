import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckResult, Result, TargetResult } from '../../../schemas/generated/result.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { validateInput } from '../../../src/engine/input/validate-input.js';
import { summarize, verdictOf } from '../../../src/engine/run/result/verdict.js';
import { mergeResults } from '../../../src/results/merge/merge-results.js';
import { rich } from '../../reports/fixtures/result.js';
import { ids, outcomeOf, resultOf, targetOf } from '../results.js';

const merge = (...results: Result[]) => {
  const merged = mergeResults(
    results.map((result, index) => ({ file: `${index}.json`, text: '', result })),
  );
  return validateInput<Result>('result', merged, 'result.json');
};
const problemOf = (...results: Result[]) => {
  try {
    merge(...results);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const only = (
  outcome: Parameters<typeof outcomeOf>[1],
  id: string,
  changes: Partial<TargetResult> = {},
) => resultOf([targetOf('bank', [outcomeOf(id, outcome, { exchanges: ['e1'] })], changes)]);

test('a single result stays as it is', () => {
  expect(merge(rich)).toBe(rich);
});

describe('the shards of a run', () => {
  const shards = [
    only('passed', ids.caching, {
      dialect: { tokenType: 'Bearer', headers: ['date', 'x'], first: 1 },
      notes: ['one'],
      contradictions: [contradiction(false)],
    }),
    only('failed', ids.offset, {
      dialect: { tokenType: 'bearer', headers: ['x', 'y'] },
      notes: ['one', 'two'],
      contradictions: [contradiction(true)],
      causes: [{ id: 'of-a-part', message: 'all of this part failed', checks: [ids.offset] }],
      stats: {
        requests: 5,
        durationMs: 50,
        latency: { medianMs: 1, p95Ms: 1, maxMs: 1, buckets: [] },
      },
    }),
    only('cantTell', ids.grant),
  ];
  const merged = merge(...shards);
  const [bank] = merged.targets;

  test('become one target with all their checks, in the order of the catalogue', () => {
    expect(merged.targets).toHaveLength(1);
    const inOrder = [...shippedCatalogue().keys()].filter((id) =>
      ([ids.caching, ids.offset, ids.grant] as string[]).includes(id),
    );
    expect(bank?.checks.map(({ id }) => id)).toEqual(inOrder);
    expect(bank?.summary).toMatchObject({ passed: 1, failed: 1, cantTell: 1 });
    expect(merged.requirements.map(({ id }) => id).toSorted()).toEqual(inOrder.toSorted());
  });

  test('have no causes: what all of a part have in common, the others may not', () => {
    expect(bank).not.toHaveProperty('causes');
  });

  test('have the worst verdict, and the worst control', () => {
    expect(bank?.verdict).toBe('non-conformant');
    const refused = { outcome: 'refused' as const, message: 'no', exchanges: ['e1'] };
    const controls = { 'token-b2b': refused };
    const inconclusive = merge(
      only('passed', ids.caching),
      only('untested', ids.offset, { verdict: 'inconclusive', control: refused, controls }),
    ).targets[0];
    expect(inconclusive?.verdict).toBe('inconclusive');
    expect(inconclusive?.control).toMatchObject({ outcome: 'refused', exchanges: ['e2'] });
    expect(inconclusive?.controls?.['token-b2b']).toMatchObject({ exchanges: ['e2'] });
    expect(merge(only('passed', ids.caching), only('passed', ids.offset)).targets[0]?.verdict).toBe(
      'conformant',
    );
  });

  test('have what each of them saw, and the sum of their effort', () => {
    expect(bank?.dialect).toEqual({
      tokenType: ['Bearer', 'bearer'],
      headers: ['date', 'x', 'y'],
      first: 1,
    });
    expect(bank?.contradictions[0]?.readings.map(({ taken }) => taken)).toEqual([true]);
    expect(bank?.stats).toEqual({ requests: 25, durationMs: 250 });
    expect(bank?.notes).toEqual(['one', 'two', 'put together from 3 results']);
  });

  test('that are of several seeds say so', () => {
    const [one, two] = [only('passed', ids.caching), only('passed', ids.offset)];
    const other = { ...two, run: { ...two.run, seed: 7 } };
    expect(merge(one, other).targets[0]?.notes).toEqual([
      'put together from 2 results, of the seeds 42, 7',
    ]);
  });

  test('name their own exchanges, and no two have the same id', () => {
    expect(merged.exchanges.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
    const named = new Map(bank?.checks.map(({ id, exchanges }) => [id, exchanges]));
    expect(named.get(ids.caching)).toEqual(['e1']);
    expect(named.get(ids.offset)).toEqual(['e2']);
    expect(named.get(ids.grant)).toEqual(['e3']);
  });

  const basis = { strict: false, only: [], skip: [], checks: 383 };
  const shard = (index: number, id: string, outcome: 'passed' | 'failed' = 'passed') =>
    only(outcome, id, { basis: { ...basis, shards: { count: 3, held: [index] } } });

  test('that are not all make an inconclusive whole, which names those that are there', () => {
    const [one, two, three] = [
      shard(1, ids.caching),
      shard(2, ids.offset),
      shard(3, ids.grant, 'failed'),
    ];
    for (const [parts, held, verdict] of [
      [[two, one], [1, 2], 'inconclusive'],
      [[one], [1], 'inconclusive'],
      [[one, three], [1, 3], 'non-conformant'],
      [[one, two, three], [1, 2, 3], 'non-conformant'],
      [[one, two, shard(3, ids.grant)], [1, 2, 3], 'conformant'],
    ] as const) {
      const [target] = merge(...parts).targets;
      expect(target?.verdict).toBe(verdict);
      expect(target?.basis?.shards).toEqual({ count: 3, held, merged: true });
    }
  });

  test('that were put together can be put together further', () => {
    const some = merge(shard(1, ids.caching), shard(2, ids.offset));
    expect(merge(some, shard(3, ids.grant)).targets[0]?.verdict).toBe('conformant');
  });

  test('where nothing passed in one part are judged by all of them', () => {
    const merged = merge(
      only('passed', ids.caching),
      only('untested', ids.offset, {
        control: { outcome: 'not-sent', message: '', exchanges: [] },
      }),
    );
    expect(merged.targets[0]).toMatchObject({
      verdict: 'conformant',
      control: { outcome: 'accepted' },
    });
  });

  test.for<[string, Partial<typeof basis> & object]>([
    ['strict', { strict: true }],
    ['only', { only: ['*'] }],
    ['skip', { skip: ['x'] }],
    ['shards count', { shards: { count: 4, held: [2] } } as object],
  ])('have the same %s', ([name, change]) => {
    const shards = { count: 3, held: [2] };
    const other = only('passed', ids.offset, { basis: { ...basis, shards, ...change } });
    expect(problemOf(shard(1, ids.caching), other)).toContain(
      `"bank" was judged otherwise here: its ${name} is`,
    );
  });

  test('parts of no sharded run may have been chosen each by its own words', () => {
    const chosen = (pattern: string, id: string) =>
      only('passed', id, { basis: { ...basis, only: [pattern], skip: ['a', pattern] } });
    const [target] = merge(chosen('x', ids.caching), chosen('y', ids.offset)).targets;
    expect(target?.basis).toEqual({ ...basis, only: ['x', 'y'], skip: ['a'] });
  });

  test('of which one was changed by hand are refused', () => {
    const changed = only('failed', ids.offset, { verdict: 'conformant' });
    expect(problemOf(only('passed', ids.caching), changed)).toContain(
      'this result was changed after its run: "bank" is non-conformant by its outcomes, and stated to be conformant\n  at 1.json#/targets/0/verdict',
    );
    const [target] = changed.targets;
    const shown = { ...target, verdict: 'non-conformant', storedVerdict: 'conformant' };
    expect(
      problemOf(only('passed', ids.caching), { ...changed, targets: [shown] } as Result),
    ).toContain('this result was changed after its run');
  });

  test('that hold the same check are refused', () => {
    expect(problemOf(only('passed', ids.offset), only('failed', ids.offset))).toBe(
      `${ids.offset} of "bank" is in 0.json already\n  at 1.json#/targets/0/checks/0\n  Only shards of one run are put together; \`report compare\` compares two runs.`,
    );
  });

  test.for<[keyof TargetResult, Partial<TargetResult>]>([
    ['profile', { profile: 'doku' }],
    ['profileDigest', { profileDigest: `sha256:${'9'.repeat(64)}` }],
    ['role', { role: 'merchant' }],
    ['baseUrl', { baseUrl: 'https://other.example' }],
  ])('have one %s', ([member, changes]) => {
    const problem = problemOf(only('passed', ids.offset), only('passed', ids.caching, changes));
    expect(problem).toContain(`"bank" is a different target here: its ${member} is`);
    expect(problem).toContain(`at 1.json#/targets/0/${member}`);
  });
});

test('any shards of a target, in any order, make the target that one run of all would have been', () => {
  const [doku] = rich.targets;
  if (!doku) throw new Error('the rich result has a target');
  const names = fc.array(fc.nat(2), {
    minLength: doku.checks.length,
    maxLength: doku.checks.length,
  });
  const known = fc.integer({ min: 0, max: doku.checks.length });
  fc.assert(
    fc.property(names, known, fc.boolean(), (shardOf, from, accepted) => {
      // From one check on, failures are known ones.
      const checks = doku.checks.map((check, index) =>
        index >= from && check.outcome === 'failed'
          ? { ...check, known: { reason: 'why' } }
          : check,
      );
      const control = { ...doku.control, outcome: accepted ? 'accepted' : 'refused' } as const;
      const whole = { ...doku, control, checks };
      const shards = [0, 1, 2].map((shard) => {
        const own = checks.filter((_, index) => shardOf[index] === shard);
        const verdict = verdictOf(own, whole, false);
        const target = { ...whole, checks: own, verdict, summary: summarize(own) };
        return { ...rich, targets: [target] };
      });
      const [merged] = merge(...shards).targets;
      expect(merged?.verdict).toBe(verdictOf(checks, whole, false));
      expect(merged?.summary).toEqual(summarize(checks));
      const byId = (list: readonly CheckResult[] = []) =>
        list.map(({ exchanges: _, ...check }) => check).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(merged?.checks)).toEqual(byId(checks));
    }),
    { numRuns: 30 },
  );
});

describe('results of different targets', () => {
  const other = (run: Partial<Result['run']> = {}) =>
    resultOf(
      [targetOf('other', [outcomeOf(ids.epoch, 'passed', { exchanges: ['e1', 'e9'] })])],
      run,
    );

  test('stand side by side; an id that names no exchange names none afterwards', () => {
    const merged = merge({ ...rich, run: other().run }, other());
    expect(merged.targets.map(({ name }) => name)).toEqual(['doku sandbox', 'bank', 'other']);
    expect(merged.targets[2]?.checks[0]?.exchanges).toEqual([`e${rich.exchanges.length + 1}`]);
    expect(new Set(merged.exchanges.map(({ id }) => id)).size).toBe(merged.exchanges.length);
  });

  test('cover the whole time, and are interrupted if one is', () => {
    const { run } = merge(
      only('passed', ids.offset),
      other({
        startedAt: '2026-03-01T00:00:00.000Z',
        finishedAt: '2026-03-01T00:01:00.000Z',
        interrupted: true,
      }),
    );
    expect(run).toMatchObject({
      startedAt: '2026-03-01T00:00:00.000Z',
      finishedAt: '2026-03-02T02:15:37.012Z',
      interrupted: true,
    });
  });

  test('name the targets that none of them has', () => {
    const merged = merge(
      resultOf([targetOf('bank', [])], { targetsLeftOut: ['other', 'third'] }),
      other({ targetsLeftOut: ['bank', 'third'] }),
    );
    expect(merged.run.targetsLeftOut).toEqual(['third']);
    const whole = merge(
      resultOf([targetOf('bank', [])], { targetsLeftOut: ['other'] }),
      other({ targetsLeftOut: ['bank'] }),
    );
    expect(whole.run).not.toHaveProperty('targetsLeftOut');
  });

  test('keep the entries of their baselines, each once', () => {
    const entry = { target: 'x', check: ids.epoch, message: 'there is no target "x"' };
    const baseline = { file: 'b.yaml', stale: [entry], expired: [] };
    const one = only('passed', ids.offset);
    const merged = merge({ ...one, run: { ...one.run, baseline } }, other({ baseline }));
    expect(merged.run.baseline).toEqual(baseline);
  });

  test.for<[string, (result: Result) => Result]>([
    ['/tool/version', (result) => ({ ...result, tool: { ...result.tool, version: '9.0.0' } })],
    ['/run/depth', (result) => ({ ...result, run: { ...result.run, depth: 'quick' } })],
    [
      '/run/catalogueDigest',
      (result) => ({
        ...result,
        run: { ...result.run, catalogueDigest: `sha256:${'9'.repeat(64)}` },
      }),
    ],
  ])('have the same %s', ([pointer, change]) => {
    expect(problemOf(only('passed', ids.offset), change(other()))).toContain(
      `at 1.json#${pointer}`,
    );
  });
});

function contradiction(taken: boolean): TargetResult['contradictions'][number] {
  return { id: 'c', summary: 's', readings: [{ name: 'r', says: 'x', place: 'p', taken }] };
}
