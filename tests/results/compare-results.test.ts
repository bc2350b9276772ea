import { describe, expect, test } from 'vitest';
import type { CheckResult, Result, TargetResult } from '../../schemas/generated/result.js';
import { comparisonText } from '../../src/cli/report/comparison-text.js';
import { compareResults } from '../../src/results/compare-results.js';
import { hostile, poison } from '../reports/fixtures/hostile.js';
import { rich } from '../reports/fixtures/result.js';
import { ids, outcomeOf, resultOf, targetOf } from './results.js';

type Outcome = CheckResult['outcome'];
const one = (outcome: Outcome, level: CheckResult['level'] = 'MUST') =>
  resultOf([targetOf('bank', [outcomeOf(ids.epoch, outcome, { level })])]);
const outcomes: Outcome[] = ['passed', 'failed', 'cantTell', 'inapplicable', 'untested'];

test('a result compared with itself: nothing changed', () => {
  const comparison = compareResults(rich, structuredClone(rich), true);
  expect(comparison.regressed).toBe(false);
  for (const target of comparison.targets) {
    const { broken, fixed, changed, added, gone, dialect, notes } = target;
    expect([broken, fixed, changed, added, gone, dialect, notes].flat()).toEqual([]);
  }
  expect(comparisonText(comparison)).toContain('nothing changed');
});

describe('of one check', () => {
  const pairs = outcomes.flatMap((before) =>
    outcomes.map((after): [Outcome, Outcome] => [before, after]),
  );

  test.for(pairs)('%s → %s', ([before, after]) => {
    const place =
      before === after
        ? undefined
        : after === 'failed' || (before === 'passed' && after === 'cantTell')
          ? 'broken'
          : before === 'failed' && after === 'passed'
            ? 'fixed'
            : 'changed';
    const regressed = before === 'passed' && (after === 'failed' || after === 'cantTell');
    for (const [level, strict, counts] of [
      ['MUST', false, true],
      ['SHOULD', false, false],
      ['SHOULD', true, true],
    ] as const) {
      const { targets, regressed: told } = compareResults(
        one(before, level),
        one(after, level),
        strict,
      );
      const [target] = targets;
      const found = (['broken', 'fixed', 'changed'] as const).filter(
        (name) => (target?.[name].length ?? 0) > 0,
      );
      expect(found).toEqual(place === undefined ? [] : [place]);
      expect(told).toBe(regressed && counts);
      expect(target?.regressions).toEqual(regressed && counts ? [ids.epoch] : []);
    }
  });
});

describe('of two runs', () => {
  const before = resultOf([
    targetOf(
      'bank',
      [
        outcomeOf(ids.epoch, 'passed'),
        outcomeOf(ids.offset, 'failed'),
        outcomeOf(ids.grant, 'passed'),
      ],
      {
        dialect: {
          codes: { a: '4017300', b: 'x' },
          headers: ['a', 'b'],
          gone: true,
          'latency of a burst': '1 ms',
        },
      },
    ),
    targetOf('old', []),
  ]);
  const after: Result = {
    ...resultOf(
      [
        targetOf(
          'bank',
          [
            outcomeOf(ids.epoch, 'failed', { message: 'a token\nwas granted' }),
            outcomeOf(ids.offset, 'passed'),
            outcomeOf(ids.caching, 'failed', { level: 'SHOULD' }),
          ],
          {
            dialect: { codes: { a: '4007301', b: 'x' }, headers: ['b', 'a'], came: 1 },
            profileDigest: `sha256:${'8'.repeat(64)}`,
            baseUrl: 'https://other.example',
          },
        ),
        targetOf('new', []),
      ],
      { depth: 'quick' },
    ),
    tool: { name: 'snap-conformance', version: '0.2.0' },
  };
  const comparison = compareResults(before, after, false);
  const [bank] = comparison.targets;

  test('names what is broken, what was fixed, and what is new or gone', () => {
    expect(bank).toMatchObject({
      name: 'bank',
      verdict: { before: 'non-conformant', after: 'non-conformant' },
      broken: [{ id: ids.epoch, level: 'MUST', before: 'passed', after: 'failed' }],
      fixed: [{ id: ids.offset }],
      changed: [],
      regressions: [ids.epoch],
      added: [{ id: ids.caching, level: 'SHOULD', outcome: 'failed' }],
      gone: [{ id: ids.grant, level: 'MUST', outcome: 'passed' }],
    });
    expect(comparison).toMatchObject({
      addedTargets: ['new'],
      goneTargets: ['old'],
      regressed: true,
    });
  });

  test('names each value of the dialect that changed, except times; lists have no order', () => {
    expect(bank?.dialect).toEqual([
      { pointer: '/codes/a', before: '4017300', after: '4007301' },
      { pointer: '/gone', before: true },
      { pointer: '/came', after: 1 },
    ]);
  });

  test('says how they differ', () => {
    expect(comparison.notes).toEqual([
      'another depth: standard before, quick now',
      'bank: the profile snap-bi was changed',
      'another version of the tool: 0.1.0 before, 0.2.0 now',
    ]);
    expect(bank?.notes).toEqual([
      'another base URL: https://api.example before, https://other.example now',
    ]);
    const doku = resultOf([targetOf('bank', [], { profile: 'doku' })]);
    const otherSeed = { ...doku, run: { ...doku.run, seed: 7 } };
    expect(compareResults(before, otherSeed, false).notes).toEqual([
      'another seed: 42 before, 7 now',
      'bank: another profile: snap-bi before, doku now',
    ]);
  });

  test('as text: a table a target, with the reason of what is broken', () => {
    expect(comparisonText(comparison)).toBe(`Note: another depth: standard before, quick now
Note: bank: the profile snap-bi was changed
Note: another version of the tool: 0.1.0 before, 0.2.0 now
bank: non-conformant
  Note: another base URL: https://api.example before, https://other.example now
  broken (1)
    ✖  MUST  token-b2b/timestamp/rejects-epoch  passed → failed
        a token was granted
  fixed (1)
       MUST  token-b2b/timestamp/rejects-missing-offset  failed → passed
  new checks (1)
       SHOULD  token-b2b/response/cache-control  failed
  gone checks (1)
       MUST  token-b2b/response/status  passed
  dialect (3)
       codes / a  "4017300" → "4007301"
       gone       true → absent
       came       absent → 1

new: only in the later result
old: only in the earlier result
1 MUST regressed.
`);
  });

  test('say what did not regress: no MUST, or with strict no check', () => {
    const end = (from: Result, to: Result, strict: boolean) =>
      comparisonText(compareResults(from, to, strict))
        .trimEnd()
        .split('\n')
        .at(-1);
    expect(end(one('passed'), one('passed'), false)).toBe('No MUST regressed.');
    expect(end(one('passed'), one('passed'), true)).toBe('No check regressed.');
    const [passes, fails] = [one('passed', 'SHOULD'), one('failed', 'SHOULD')];
    expect(end(passes, fails, false)).toBe(
      'No MUST regressed. 1 SHOULD or MAY broke, which --strict counts.',
    );
    expect(end(passes, fails, true)).toBe('1 check regressed.');
  });

  test('without a common target say nothing, and which targets they have', () => {
    const other = resultOf([targetOf('shop', [])]);
    expect(() => compareResults(one('passed'), other, false)).toThrow(
      'the two results have no target in common: "bank" before, "shop" now',
    );
  });

  test('have the verdict of their outcomes, and beside it the one that a file states', () => {
    const edited = one('failed');
    const [target] = edited.targets;
    const told = { ...edited, targets: [{ ...target, verdict: 'conformant' as const }] } as Result;
    const comparison = compareResults(one('passed'), told, false);
    expect(comparison.targets[0]).toMatchObject({
      verdict: { before: 'conformant', after: 'non-conformant' },
      stored: { after: 'conformant' },
    });
    expect(comparisonText(comparison)).toContain(
      'bank: conformant → non-conformant by its outcomes (the file states: conformant)',
    );
  });

  test('of another choice of checks say so', () => {
    const under = (basis: Partial<NonNullable<TargetResult['basis']>>) => {
      const all = { strict: false, only: [], skip: [], checks: 9, ...basis };
      return resultOf([targetOf('bank', [outcomeOf(ids.epoch, 'passed')], { basis: all })]);
    };
    const other = { strict: true, only: ['*/timestamp/*'], shards: { count: 3, held: [2] } };
    expect(compareResults(under({}), under(other), false).targets[0]?.notes).toEqual([
      'another strictness: lenient before, strict now',
      'another --only: none before, */timestamp/* now',
      'another choice of shards: none before, 2 of 3 now',
    ]);
  });

  test('as text never drives the terminal, whatever a server said', () => {
    const text = comparisonText(
      compareResults(
        hostile,
        {
          ...hostile,
          targets: hostile.targets.map((target) => ({
            ...target,
            dialect: { [poison]: poison },
            checks: target.checks.map((check) => ({ ...check, outcome: 'failed' as const })),
          })),
        },
        true,
      ),
    );
    expect(text).toContain('regressed');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });
});
