import { describe, expect, test } from 'vitest';
import { renderSummary } from '../../reports/console.js';
import { reporterNames } from '../../reports/formats.js';
import { junit } from '../../reports/junit.js';
import { renderReport, whole } from '../../reports/render.js';
import { lookUp } from '../../reports/shared/lookup.js';
import { problemsOf } from '../../reports/shared/problems.js';
import { verdictSentence } from '../../reports/shared/verdict-sentence.js';
import type { CheckResult, Result, TargetResult } from '../../schemas/generated/result.js';
import { ids, outcomeOf, resultOf, targetOf } from '../results/results.js';

const basis = { strict: false, only: ['*'], skip: [], checks: 383 };
const passed = outcomeOf(ids.epoch, 'passed');
const bank = (checks: CheckResult[], changes: Partial<TargetResult> = {}) =>
  targetOf('bank', checks, { basis, ...changes });

async function rendered(name: (typeof reporterNames)[number], result: Result): Promise<string> {
  const files = await renderReport(name, result);
  return files.map(({ content }) => String(whole(content))).join('\n');
}

describe('a verdict over a part of the checks', () => {
  const part = resultOf([bank([passed])], { targetsLeftOut: ['staging'] });

  test('says so in a sentence; one over all checks does not', () => {
    expect(verdictSentence(bank([passed]))).toBe('conformant in the 1 of 383 checks chosen');
    expect(verdictSentence(bank([passed], { basis: { ...basis, checks: 1 } }))).toBe('conformant');
    expect(verdictSentence(targetOf('bank', [passed]))).toBe('conformant');
    const known = outcomeOf(ids.offset, 'failed', { known: { reason: 'why' } });
    const untested = outcomeOf(ids.grant, 'untested', { message: 'no otherClient' });
    expect(verdictSentence(bank([passed, known, untested]))).toBe(
      'conformant with 1 known failure in the 3 of 383 checks chosen, 1 not tested: no otherClient',
    );
  });

  test('says so in every format that states a verdict', async () => {
    expect(renderSummary(part, { color: false })).toContain(
      '✔ bank: conformant in the 1 of 383 checks chosen\n',
    );
    expect(renderSummary(part, { color: false })).toContain('target left out: staging');
    for (const [name, wanted] of [
      ['html', '<span data-t="inPart" data-v="[1,383]">in the 1 of 383 checks chosen</span>'],
      ['html', 'Target left out:</span> staging'],
      ['markdown', '| ✅ conformant in the 1 of 383 checks chosen |'],
      ['markdown', 'bank: conformant in the 1 of 383 checks chosen'],
      ['markdown', 'target left out: staging'],
      [
        'junit',
        '<property name="verdictInWords" value="conformant in the 1 of 383 checks chosen"/>',
      ],
      ['junit', '<property name="targetsLeftOut" value="staging"/>'],
      ['badge', '"message": "conformant in 1 of 383 checks, 1 of 2 targets"'],
      ['sarif', '"checks": 383'],
      ['ctrf', '"checks": 383'],
      ['json', '"checks": 383'],
    ] as const)
      expect(await rendered(name, part), name).toContain(wanted);
    expect(reporterNames).toContain('xlsx');
  });

  test('is no bright green badge', async () => {
    expect(await rendered('badge', part)).toContain('"color": "green"');
    const whole = resultOf([bank([passed], { basis: { ...basis, checks: 1 } })]);
    expect(await rendered('badge', whole)).toContain('"color": "brightgreen"');
  });

  test('stands beside several targets in the headline of the page', async () => {
    const two = resultOf([bank([passed]), targetOf('shop', [passed])]);
    const page = await rendered('html', two);
    expect(page).toContain('in the checks chosen');
  });
});

describe('a verdict that is open though no control and no check says why', () => {
  const shards = { count: 3, held: [2], merged: true as const };
  const cases: [string, TargetResult, string][] = [
    ['nothing passed', bank([outcomeOf(ids.epoch, 'untested')]), 'no check passed'],
    [
      'only a SHOULD passed',
      bank([
        outcomeOf(ids.epoch, 'untested'),
        outcomeOf(ids.caching, 'passed', { level: 'SHOULD' }),
      ]),
      'no MUST passed',
    ],
    [
      'shards are missing',
      bank([passed], { basis: { ...basis, shards } }),
      'shards 1, 3 of 3 are missing',
    ],
  ];

  test.for(cases)('is told and fails what a CI system reads: %s', async ([, target, why]) => {
    const result = resultOf([target]);
    expect(target.verdict).toBe('inconclusive');
    expect(verdictSentence(target)).toContain(`checks chosen, because ${why}`);
    expect(problemsOf(lookUp(result), target)).toMatchObject([
      { id: 'verdict', severity: 'error', message: why },
    ]);
    expect(junit.render(result)).toContain(`<error type="inconclusive" message="${why}"/>`);
    expect(junit.render(result)).toContain('errors="1"');
    expect(await rendered('html', result)).toContain(why);
    expect(await rendered('github', result)).toContain('::error');
    expect(JSON.parse(await rendered('ctrf', result))).toMatchObject({
      results: { summary: { failed: 1 } },
    });
  });

  test('an accepted control that cannot be read is no sound one', () => {
    const control = {
      outcome: 'accepted' as const,
      unreadable: true as const,
      message: 'accepted, but no token is in the answer',
      exchanges: [],
    };
    const target = bank([passed], { control });
    const result = resultOf([target]);
    expect(target.verdict).toBe('inconclusive');
    expect(renderSummary(result, { color: false })).toContain(control.message);
    expect(junit.render(result)).toContain(`<error type="unreadable" message="${control.message}"`);
    expect(problemsOf(lookUp(result), target)[0]).toMatchObject({ id: 'control' });
  });
});
