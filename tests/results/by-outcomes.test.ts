import { describe, expect, test } from 'vitest';
import type { TargetResult } from '../../schemas/generated/result.js';
import { editIn, judgedByOutcomes, verdictByOutcomes } from '../../src/results/by-outcomes.js';
import { ids, outcomeOf, resultOf, targetOf } from './results.js';

const passed = outcomeOf(ids.epoch, 'passed');
const warning = outcomeOf(ids.caching, 'failed', { level: 'SHOULD' });
const basis = { strict: false, only: [], skip: [], checks: 2 };
const bank = (changes: Partial<TargetResult> = {}) => targetOf('bank', [passed, warning], changes);

describe('the verdict by the outcomes', () => {
  test('is strict if the run was', () => {
    expect(verdictByOutcomes(bank({ basis }))).toBe('conformant');
    expect(verdictByOutcomes(bank({ basis: { ...basis, strict: true } }))).toBe('non-conformant');
  });

  test('of an early result is strict if that explains what it states', () => {
    expect(verdictByOutcomes(bank({ verdict: 'non-conformant' }))).toBe('non-conformant');
    expect(verdictByOutcomes(bank({ verdict: 'conformant' }))).toBe('conformant');
    expect(verdictByOutcomes(bank({ verdict: 'inconclusive' }))).toBe('conformant');
  });
});

describe('a result', () => {
  test('that nobody changed stays as it is', () => {
    const result = resultOf([bank({ basis }), targetOf('shop', [passed])]);
    expect(judgedByOutcomes(result)).toBe(result);
    expect(editIn(result)).toBeUndefined();
  });

  test('with another verdict keeps it beside the one of its outcomes', () => {
    const result = resultOf([targetOf('shop', [passed]), bank({ basis, verdict: 'inconclusive' })]);
    const [shop, changed] = judgedByOutcomes(result).targets;
    expect(shop).toEqual(result.targets[0]);
    expect(changed).toMatchObject({ verdict: 'conformant', storedVerdict: 'inconclusive' });
    // Rendered again, it is still known for what it is.
    const again = resultOf([changed as TargetResult]);
    expect(judgedByOutcomes(again).targets[0]).toEqual(changed);
    expect(editIn(again)?.what).toBe(
      '"bank" is conformant by its outcomes, and stated to be inconclusive',
    );
  });

  test('with other counts has those of its outcomes', () => {
    const target = bank({ basis });
    const result = resultOf([{ ...target, summary: { ...target.summary, warnings: 0 } }]);
    expect(editIn(result)).toEqual({
      what: 'the counts of "bank" are not those of its outcomes',
      pointer: '/targets/0/summary',
    });
    const [judged] = judgedByOutcomes(result).targets;
    expect(judged).toEqual(target);
  });
});
