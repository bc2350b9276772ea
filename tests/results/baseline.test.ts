import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CheckResult, Counterexample } from '../../schemas/generated/result.js';
import { validateInput } from '../../src/engine/input/validate-input.js';
import { applyBaseline } from '../../src/results/apply-baseline.js';
import { type BaselineEntry, readBaseline } from '../../src/results/baseline.js';
import { updateBaseline } from '../../src/results/update-baseline.js';
import { workspace } from '../cli/workspace.js';
import { ids, outcomeOf, resultOf, targetOf } from './results.js';

const entry = (check: string, changes: Partial<BaselineEntry> = {}): BaselineEntry => ({
  target: 'bank',
  check,
  reason: 'the vendor mends it',
  ...changes,
});
const bank = resultOf([
  targetOf('bank', [
    outcomeOf(ids.epoch, 'failed'),
    outcomeOf(ids.offset, 'passed'),
    outcomeOf(ids.grant, 'cantTell', { level: 'SHOULD' }),
    outcomeOf(ids.caching, 'failed', { level: 'SHOULD' }),
  ]),
]);
const judge = (
  known: BaselineEntry[],
  strict = false,
  targets: string[] | undefined = ['bank', 'other'],
) => {
  const judged = applyBaseline(bank, { file: 'b.yaml', known }, { strict, targets });
  return validateInput<typeof judged>('result', judged, 'result.json');
};

describe('a baseline', () => {
  test('takes a known failure out of the verdict, and out of nothing else', () => {
    const judged = judge([entry(ids.epoch, { owner: 'me', expires: '2026-03-02' })]);
    const [target] = judged.targets;
    expect(target?.verdict).toBe('conformant');
    expect(target?.summary).toEqual(bank.targets[0]?.summary);
    expect(target?.checks[0]).toMatchObject({
      outcome: 'failed',
      known: { reason: 'the vendor mends it', owner: 'me', expires: '2026-03-02' },
    });
    expect(target?.checks.filter(({ known }) => known)).toHaveLength(1);
    expect(judged.run.baseline).toEqual({ file: 'b.yaml', stale: [], expired: [] });
  });

  test('lists warnings too, for whoever is strict', () => {
    const must = entry(ids.epoch);
    expect(judge([must], true).targets[0]?.verdict).toBe('non-conformant');
    expect(judge([must, entry(ids.caching)], true).targets[0]?.verdict).toBe('conformant');
  });

  test('does not make up for a control that was not accepted', () => {
    const control = { outcome: 'refused' as const, message: 'no', exchanges: [] };
    const refused = resultOf([targetOf('bank', [outcomeOf(ids.epoch, 'failed')], { control })]);
    const baseline = { file: 'b.yaml', known: [entry(ids.epoch)] };
    const context = { strict: false, targets: ['bank'] };
    expect(applyBaseline(refused, baseline, context).targets[0]?.verdict).toBe('inconclusive');
  });

  test.for<[string, BaselineEntry, string]>([
    ['passes', entry(ids.offset), 'the check passes now'],
    [
      'is of no target',
      entry(ids.epoch, { target: 'bnak' }),
      'there is no target "bnak". Did you mean "bank"?',
    ],
    ['is no check', entry(`${ids.epoch}s`), `there is no such check. Did you mean "${ids.epoch}"?`],
  ])('has a stale entry if what it names %s', ([, known, message]) => {
    const { target, check } = known;
    const judged = judge([known]);
    expect(judged.run.baseline?.stale).toEqual([{ target, check, message }]);
    expect(judged.targets[0]?.verdict).toBe('non-conformant');
  });

  test('has an expired entry from the day after its last one, while the check fails', () => {
    const late = judge([entry(ids.epoch, { expires: '2026-03-01' })]);
    expect(late.run.baseline?.expired).toEqual([
      {
        target: 'bank',
        check: ids.epoch,
        message: 'its last day was 2026-03-01, and the check still fails',
      },
    ]);
    expect(late.targets[0]?.verdict).toBe('non-conformant');
    expect(late.targets[0]?.checks[0]).not.toHaveProperty('known');
    // What passes is to be removed, whenever it ended.
    const stale = judge([entry(ids.offset, { expires: '2026-03-01' })]).run.baseline;
    expect([stale?.stale.length, stale?.expired.length]).toEqual([1, 0]);
  });

  describe('entry that keeps an input', () => {
    const kept = entry(ids.epoch, { input: { value: '1700000000', seed: 1, path: '0' } });
    const judged = (check: Partial<CheckResult>) => {
      const found = outcomeOf(ids.epoch, 'failed', check);
      const result = resultOf([targetOf('bank', [found, outcomeOf(ids.offset, 'passed')])]);
      const baseline = { file: 'b.yaml', known: [kept] };
      const { run, targets } = applyBaseline(result, baseline, { strict: false });
      return [targets[0]?.verdict, run.baseline?.stale.map(({ message }) => message)];
    };

    test('holds while that input fails, and is stale once it passes, whatever others do', () => {
      expect(judged({ keptInput: { outcome: 'failed' } })).toEqual(['conformant', []]);
      expect(judged({ outcome: 'passed', keptInput: { outcome: 'passed' } })).toEqual([
        'conformant',
        ['its input passes now'],
      ]);
      expect(judged({ keptInput: { outcome: 'passed' } })).toEqual([
        'non-conformant',
        ['its input passes now; the check fails for another one'],
      ]);
    });

    test('says nothing if the input could not be judged, or its check could not', () => {
      expect(judged({ outcome: 'passed', keptInput: { outcome: 'cantTell' } })).toEqual([
        'conformant',
        [],
      ]);
      expect(judged({ keptInput: { outcome: 'cantTell' } })).toEqual(['non-conformant', []]);
      expect(judged({ outcome: 'cantTell', keptInput: { outcome: 'passed' } })).toEqual([
        'inconclusive',
        [],
      ]);
    });

    test('is stale if it is no input of the check any more', () => {
      expect(judged({ outcome: 'passed', keptInput: { outcome: 'unusable' } })).toEqual([
        'conformant',
        ['its input is none of this check any more'],
      ]);
    });

    test('goes by the check if that takes no inputs any more', () => {
      expect(judged({ outcome: 'passed' })).toEqual(['conformant', ['the check passes now']]);
      expect(judged({})).toEqual(['conformant', []]);
    });

    test('puts none of it into the result', () => {
      const found = outcomeOf(ids.epoch, 'failed', { keptInput: { outcome: 'failed' } });
      const baseline = { file: 'b.yaml', known: [kept] };
      const { targets } = applyBaseline(resultOf([targetOf('bank', [found])]), baseline, {
        strict: false,
      });
      expect(targets[0]?.checks[0]?.known).toEqual({ reason: 'the vendor mends it' });
    });
  });

  test.for<[string, BaselineEntry]>([
    ["couldn't be told", entry(ids.grant)],
    ['was not chosen', entry('token-b2b/expiry/present', { expires: '2020-01-01' })],
    ["is of a target that wasn't", entry(ids.offset, { target: 'other' })],
  ])('says nothing about an entry whose check %s', ([, known]) => {
    expect(judge([known]).run.baseline).toEqual({ file: 'b.yaml', stale: [], expired: [] });
  });

  test('can name other targets if it is unknown which there are', () => {
    const judged = applyBaseline(
      bank,
      { file: 'b.yaml', known: [entry(ids.offset, { target: 'unheard' })] },
      { strict: false },
    );
    expect(judged.run.baseline?.stale).toEqual([]);
  });
});

describe('a baseline file', () => {
  const problem = (text: string) => {
    const space = workspace();
    const path = space.write('b.yaml', text);
    try {
      readBaseline(path, 'b.yaml');
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const lines = (...more: string[]) =>
    [
      'known:',
      `  - target: bank`,
      `    check: ${ids.epoch}`,
      ...more.map((line) => `    ${line}`),
    ].join('\n');

  test('is read as it stands', () => {
    const path = workspace().write('b.yaml', lines('reason: why', 'expires: 2026-12-31'));
    expect(readBaseline(path, 'b.yaml').known).toEqual([
      { target: 'bank', check: ids.epoch, reason: 'why', expires: '2026-12-31' },
    ]);
  });

  test.for([
    [lines(), '"reason" is missing', 'b.yaml:2:5#/known/0'],
    [lines('reason: ""'), 'must not be empty', 'b.yaml:4:5#/known/0/reason'],
    [lines('reson: why'), 'Did you mean "reason"?', 'b.yaml:4:5#/known/0/reson'],
    [lines('reason: why', 'expires: 31-12-2026'), 'does not have the form', '/known/0/expires'],
    [
      lines('reason: why', 'expires: 2026-02-30'),
      'there is no day 2026-02-30',
      'b.yaml:5:5#/known/0/expires',
    ],
    [
      `${lines('reason: a')}\n${lines('reason: b').replace('known:\n', '')}`,
      'listed twice',
      '#/known/1',
    ],
    ['known', 'must be an object', 'b.yaml'],
    ['known: [', 'not valid YAML', 'b.yaml:1'],
  ])('that is invalid is refused with its place: %#', ([text = '', what = '', place = '']) => {
    expect(problem(text)).toContain(what);
    expect(problem(text)).toContain(place);
  });
});

describe('an update', () => {
  const context = { strict: false, targets: ['bank'] };

  test('writes a file that says what it is, with a reason to be given by a day', () => {
    const { text, added, removed } = updateBaseline(undefined, [], bank, context);
    expect(
      text,
    ).toBe(`# Known failures, which don't fail a run. Each needs a reason that its owner stands by;
# an entry without one must be explained, or its failure fixed, by its last day.

known:
  # title of ${ids.epoch}
  - target: bank
    check: ${ids.epoch}
    reason: not explained yet
    expires: 2026-04-01
`);
    expect(added.map(({ check }) => check)).toEqual([ids.epoch]);
    expect(removed).toEqual([]);
    validateInput('baseline', parse(text), 'b.yaml');
  });

  test('keeps what people wrote about entries that stay, and removes stale ones', () => {
    const before = `# ours
known:
  # ticket 12
  - target: bank   # the one in Jakarta
    check: ${ids.epoch}
    reason: "waits for the vendor"
    owner: payments
  # was mended
  - { target: bank, check: ${ids.offset}, reason: old }
# the end
`;
    const { known } = parse(before) as { known: BaselineEntry[] };
    const { text, added, removed } = updateBaseline(before, known, bank, {
      ...context,
      strict: true,
    });
    expect(text).toBe(`# ours
known:
  # ticket 12
  - target: bank # the one in Jakarta
    check: ${ids.epoch}
    reason: "waits for the vendor"
    owner: payments
  # title of ${ids.caching}
  - target: bank
    check: ${ids.caching}
    reason: not explained yet
    expires: 2026-04-01

# the end
`);
    expect(added.map(({ check }) => check)).toEqual([ids.caching]);
    expect(removed.map(({ check }) => check)).toEqual([ids.offset]);
  });

  test('leaves a file alone that is up to date, expired entries included', () => {
    const before = `known:\n  - target: bank\n    check: ${ids.epoch}\n    reason: why\n    expires: 2020-01-01\n`;
    const { known } = parse(before) as { known: BaselineEntry[] };
    const updated = updateBaseline(before, known, bank, context);
    expect(updated).toEqual({ text: before, added: [], removed: [] });
  });

  const failing = (counterexample: Counterexample) =>
    resultOf([targetOf('bank', [outcomeOf(ids.epoch, 'failed', { counterexample })])]);

  test('keeps the input of a counterexample, as it is', () => {
    fc.assert(
      fc.property(
        fc.json().map((text): unknown => JSON.parse(text)),
        fc.string({ unit: 'binary' }),
        (json, text) => {
          for (const value of [json, text, `half ${'\ud83d'}`, { text, again: [json, json] }]) {
            const updated = updateBaseline(
              undefined,
              [],
              failing({ value, seed: -5, path: '0:1' }),
              context,
            );
            const read = parse(Buffer.from(updated.text).toString()) as { known: BaselineEntry[] };
            expect(read.known[0]?.input).toEqual({ value, seed: -5, path: '0:1' });
            validateInput('baseline', read, 'b.yaml');
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test.for<[string, Counterexample]>([
    ['bytes', { value: { 0: 128 }, seed: 1, path: '0', inexact: true }],
    ['no JSON', { value: undefined, seed: 1, path: '0', inexact: true }],
  ])('keeps how to find an input that a file cannot hold: %s', ([, counterexample]) => {
    const { text } = updateBaseline(undefined, [], failing(counterexample), context);
    const { known } = parse(text) as { known: BaselineEntry[] };
    expect(known[0]?.input).toEqual({ seed: 1, path: '0' });
  });

  test('replaces an entry whose input passes while the check fails for another', () => {
    const before = updateBaseline(
      undefined,
      [],
      failing({ value: 1, seed: 1, path: '0' }),
      context,
    );
    const { known } = parse(before.text) as { known: BaselineEntry[] };
    const counterexample = { value: 2, seed: 2, path: '1' };
    const found = outcomeOf(ids.epoch, 'failed', {
      counterexample,
      keptInput: { outcome: 'passed' },
    });
    const result = resultOf([targetOf('bank', [found])]);
    const { removed, added, text } = updateBaseline(before.text, known, result, context);
    expect([removed[0]?.input, added[0]?.input]).toEqual([
      { value: 1, seed: 1, path: '0' },
      counterexample,
    ]);
    expect((parse(text) as { known: unknown[] }).known).toHaveLength(1);
  });

  test('of an empty list, and back to one', () => {
    const filled = updateBaseline('known: []\n', [], bank, context);
    const entries = (parse(filled.text) as { known: BaselineEntry[] }).known;
    expect(entries.map(({ check }) => check)).toEqual([ids.epoch]);
    const mended = resultOf([targetOf('bank', [outcomeOf(ids.epoch, 'passed')])]);
    const emptied = updateBaseline(filled.text, entries, mended, context);
    expect(parse(emptied.text)).toEqual({ known: [] });
  });
});
