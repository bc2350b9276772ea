import { describe, expect, test } from 'vitest';
import type { CheckResult, Result, TargetResult } from '../../../schemas/generated/result.js';
import type { FailureSpell } from '../../../schemas/history.js';
import { historyOf } from '../../../src/results/history/history-of.js';
import { ids, outcomeOf, resultOf, targetOf } from '../results.js';

type Outcome = CheckResult['outcome'];

/** The result of a day in March, of one target and one check. */
function resultAt(
  day: number,
  outcome: Outcome,
  changes: { target?: Partial<TargetResult>; run?: Partial<Result['run']>; tool?: string } = {},
): Result {
  const target = targetOf('bank', [outcomeOf(ids.epoch, outcome)], changes.target);
  const startedAt = `2026-03-${String(day).padStart(2, '0')}T02:00:00.000Z`;
  const result = resultOf([target], { startedAt, ...changes.run });
  return { ...result, tool: { ...result.tool, version: changes.tool ?? '0.1.0' } };
}

function historyFor(...results: Result[]) {
  const { targets, runs } = historyOf(
    results.map((result, index) => ({ file: `${index}.json`, result })),
  );
  const [bank] = targets;
  if (!bank) throw new Error('a target was tested');
  return { ...bank, runs };
}

/** Outcomes of one check, a day each: its spells. */
const spellsOf = (...outcomes: Outcome[]) =>
  historyFor(...outcomes.map((outcome, index) => resultAt(index + 1, outcome))).failures.map(
    ({ since, last, until, before, with: by }) => ({ since, last, until, before, with: by }),
  );

describe('since when a check fails', () => {
  test('from the first failure after it passed', () => {
    expect(spellsOf('passed', 'passed', 'failed', 'failed')).toEqual([
      { since: 2, last: 3, until: undefined, before: { at: 1, outcome: 'passed' }, with: 'target' },
    ]);
  });

  test('what could not be judged ends no spell, and begins none', () => {
    expect(spellsOf('passed', 'cantTell', 'failed', 'untested', 'failed', 'cantTell')).toEqual([
      { since: 2, last: 4, until: undefined, before: { at: 0, outcome: 'passed' }, with: 'target' },
    ]);
  });

  test('from the first result on: nothing says what changed', () => {
    expect(spellsOf('failed', 'failed')).toEqual([
      { since: 0, last: 1, until: undefined, before: undefined, with: 'unknown' },
    ]);
  });

  test('each time, those that still fail first', () => {
    expect(spellsOf('failed', 'passed', 'failed', 'inapplicable', 'failed')).toMatchObject([
      { since: 4, until: undefined },
      { since: 2, last: 2, until: 3 },
      { since: 0, last: 0, until: 1 },
    ]);
  });
});

describe('what a failure came with', () => {
  const otherDigest = `sha256:${'3'.repeat(64)}`;
  test.for<[string, Parameters<typeof resultAt>[2], FailureSpell['with'], string[]]>([
    ['nothing of ours', {}, 'target', []],
    [
      'another base URL',
      { target: { baseUrl: 'https://new.example' } },
      'target',
      ['another base URL: https://api.example before, https://new.example now'],
    ],
    [
      'another version of the tool',
      { tool: '0.2.0' },
      'ours',
      ['another version of the tool: 0.1.0 before, 0.2.0 now'],
    ],
    [
      'another catalogue',
      { run: { catalogueDigest: otherDigest } },
      'ours',
      ['the catalogue of requirements was changed'],
    ],
    [
      'a profile of other values',
      { target: { profileDigest: otherDigest } },
      'ours',
      ['the profile snap-bi was changed'],
    ],
    [
      'another profile, and another base URL',
      { target: { profile: 'doku', baseUrl: 'https://new.example' } },
      'ours',
      [
        'another profile: snap-bi before, doku now',
        'another base URL: https://api.example before, https://new.example now',
      ],
    ],
    ['another seed', { run: { seed: 7 } }, 'run', ['another seed: 42 before, 7 now']],
    ['a run that was cut short', { run: { interrupted: true } }, 'target', []],
  ])('%s', ([, changes, by, notes]) => {
    const { failures, changes: told } = historyFor(
      resultAt(1, 'passed'),
      resultAt(2, 'failed', changes),
    );
    expect(failures).toMatchObject([{ with: by, notes: notes.map((text) => ({ text })) }]);
    expect(told).toMatchObject([
      {
        ...{ at: 1, broken: [ids.epoch], fixed: [] },
        verdict: { before: 'conformant', after: 'non-conformant' },
        notes: notes.map((text) => ({ text })),
      },
    ]);
  });

  test('a change of ours while the check could not be judged counts too', () => {
    const { failures } = historyFor(
      resultAt(1, 'passed'),
      resultAt(2, 'cantTell', { tool: '0.2.0' }),
      resultAt(3, 'failed', { tool: '0.2.0' }),
    );
    expect(failures).toMatchObject([{ since: 2, before: { at: 0 }, with: 'ours' }]);
  });
});

test('results are put in the order of their runs, and targets side by side', () => {
  const both = resultOf(
    [targetOf('bank', [outcomeOf(ids.epoch, 'passed')]), targetOf('a shop', [])],
    { startedAt: '2026-03-02T02:00:00.000Z' },
  );
  const { runs, targets } = historyOf([
    { file: 'new', result: resultAt(3, 'failed') },
    { file: 'old', result: resultAt(1, 'passed') },
    { file: 'both', result: both },
  ]);
  expect(runs.map(({ file }) => file)).toEqual(['old', 'both', 'new']);
  expect(targets.map(({ name, points }) => [name, points.map(({ run }) => run.file)])).toEqual([
    ['a shop', ['both']],
    ['bank', ['old', 'both', 'new']],
  ]);
});

test('a point has the verdict of its outcomes, its part, its causes and latency', () => {
  const [cause] = [{ id: 'one', message: 'one cause', checks: [ids.epoch] }];
  const { points } = historyFor(
    resultAt(1, 'failed', {
      target: {
        ...{ verdict: 'conformant', causes: [cause] },
        basis: { strict: false, only: ['x'], skip: [], checks: 404 },
        stats: {
          ...{ requests: 3, durationMs: 5 },
          latency: { medianMs: 12, p95Ms: 34, maxMs: 56, buckets: [] },
        },
      },
    }),
  );
  expect(points).toMatchObject([
    {
      ...{ verdict: 'non-conformant', storedVerdict: 'conformant', causes: ['one cause'] },
      ...{ part: { chosen: 1, all: 404 }, latency: { medianMs: 12, p95Ms: 34 } },
      summary: { failed: 1 },
    },
  ]);
});

test('what the dialect measured differently is told, by pointer', () => {
  const { changes } = historyFor(
    resultAt(1, 'passed', { target: { dialect: { expiresIn: { type: 'string' } } } }),
    resultAt(2, 'passed', { target: { dialect: { expiresIn: { type: 'number' } } } }),
    resultAt(3, 'passed', { target: { dialect: { expiresIn: { type: 'number' } } } }),
  );
  expect(changes).toEqual([
    {
      ...{ at: 1, notes: [], broken: [], fixed: [] },
      dialect: [{ pointer: '/expiresIn/type', before: '"string"', after: '"number"' }],
    },
  ]);
});
