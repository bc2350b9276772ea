import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../../schemas/generated/result.js';
import {
  countsWhenFailed,
  summarize,
  verdictOf,
  whyInconclusive,
} from '../../../../src/engine/run/result/verdict.js';
import { type Brief, type Control, checkOf as check, statusOf as status } from '../findings.js';

test.for([
  ['MUST', true, true],
  ['SHOULD', false, true],
  ['MAY', false, true],
] as const)('a failed %s counts: %s, strictly %s', ([level, lenient, strict]) => {
  expect(countsWhenFailed({ level }, false)).toBe(lenient);
  expect(countsWhenFailed({ level }, true)).toBe(strict);
});

describe('the verdict', () => {
  const passed: Brief = ['passed', 'MUST'];
  const cases: [Brief[], Control, lenient: string, strict: string][] = [
    [[['passed', 'MUST']], 'accepted', 'conformant', 'conformant'],
    [
      [
        ['passed', 'MUST'],
        ['failed', 'MUST'],
      ],
      'accepted',
      'non-conformant',
      'non-conformant',
    ],
    [[passed, ['failed', 'SHOULD']], 'accepted', 'conformant', 'non-conformant'],
    [[passed, ['failed', 'MAY']], 'accepted', 'conformant', 'non-conformant'],
    [[['cantTell', 'MUST']], 'accepted', 'inconclusive', 'inconclusive'],
    [[passed, ['cantTell', 'SHOULD']], 'accepted', 'conformant', 'conformant'],
    [
      [
        ['cantTell', 'MUST'],
        ['failed', 'MUST'],
      ],
      'accepted',
      'non-conformant',
      'non-conformant',
    ],
    [[passed, ['untested', 'MUST']], 'accepted', 'conformant', 'conformant'],
    [[passed, ['inapplicable', 'MUST']], 'accepted', 'conformant', 'conformant'],
    // Where nothing passed, nothing was shown.
    [[], 'accepted', 'inconclusive', 'inconclusive'],
    [[['untested', 'MUST']], 'accepted', 'inconclusive', 'inconclusive'],
    [[['inapplicable', 'MUST']], 'accepted', 'inconclusive', 'inconclusive'],
    [[['failed', 'SHOULD']], 'accepted', 'inconclusive', 'non-conformant'],
    // Where MUSTs were chosen, one of them has to pass.
    [[['passed', 'SHOULD']], 'accepted', 'conformant', 'conformant'],
    [
      [
        ['passed', 'SHOULD'],
        ['untested', 'MUST'],
      ],
      'accepted',
      'inconclusive',
      'inconclusive',
    ],
    [[['untested', 'MUST']], 'refused', 'inconclusive', 'inconclusive'],
    [[['untested', 'MUST']], 'no-answer', 'inconclusive', 'inconclusive'],
    [[['untested', 'MUST']], 'not-sent', 'inconclusive', 'inconclusive'],
    [[['passed', 'MUST']], 'refused', 'inconclusive', 'inconclusive'],
    [[['failed', 'MUST']], 'refused', 'non-conformant', 'non-conformant'],
    [[['failed', 'SHOULD']], 'refused', 'inconclusive', 'non-conformant'],
  ];

  test.for(cases)('%j, control %s: %s, strictly %s', ([briefs, control, lenient, strict]) => {
    const checks = briefs.map((brief) => check(brief));
    expect(verdictOf(checks, status(control), false)).toBe(lenient);
    expect(verdictOf(checks, status(control), true)).toBe(strict);
  });

  test('is inconclusive if the control of a further service was not accepted', () => {
    const finding = (outcome: Control) => ({ outcome, message: outcome, exchanges: [] });
    const withTransaction = (transaction: Control) =>
      status('accepted', {
        controls: { 'token-b2b': finding('accepted'), transaction: finding(transaction) },
      });
    const checks = [check(['passed', 'MUST'])];
    expect(verdictOf(checks, withTransaction('accepted'), false)).toBe('conformant');
    expect(verdictOf(checks, withTransaction('refused'), false)).toBe('inconclusive');
    expect(verdictOf(checks, withTransaction('no-answer'), false)).toBe('inconclusive');
    const failed = [...checks, check(['failed', 'MUST'])];
    expect(verdictOf(failed, withTransaction('refused'), false)).toBe('non-conformant');
  });
});

test('a target is inconclusive whose accepted control cannot be read, of whichever service', () => {
  const read = { outcome: 'accepted' as const, message: 'accepted', exchanges: [] };
  const unreadable = { ...read, message: 'no token in it', unreadable: true as const };
  const checks = [check(['passed', 'MUST'])];
  for (const grounds of [
    { control: unreadable },
    { control: read, controls: { 'token-b2b': read, transaction: unreadable } },
  ]) {
    expect(verdictOf(checks, grounds, false)).toBe('inconclusive');
    expect(whyInconclusive(checks, grounds)).toBe('no token in it');
  }
});

test('shards that were merged make one verdict only if none is missing', () => {
  const basis = { strict: false, only: [], skip: [], checks: 10 };
  const grounds = (held: number[], merged?: true) => ({
    ...status('accepted'),
    basis: { ...basis, shards: { count: 2, held, ...(merged && { merged }) } },
  });
  const checks = [check(['passed', 'MUST'])];
  // A job of a sharded run judges its own part.
  expect(verdictOf(checks, grounds([2]), false)).toBe('conformant');
  expect(verdictOf(checks, grounds([2], true), false)).toBe('inconclusive');
  expect(verdictOf(checks, grounds([1, 2], true), false)).toBe('conformant');
  const failed = [...checks, check(['failed', 'MUST'])];
  expect(verdictOf(failed, grounds([2], true), false)).toBe('non-conformant');
});

test('why a target is inconclusive is told in words', () => {
  const why = (...briefs: Brief[]) =>
    whyInconclusive(
      briefs.map((brief) => check(brief)),
      status('accepted'),
    );
  expect(why(['passed', 'MUST'])).toBeUndefined();
  expect(why(['untested', 'MUST'])).toBe('no check passed');
  expect(why(['passed', 'MAY'], ['untested', 'MUST'])).toBe('no MUST passed');
  expect(why(['passed', 'MUST'], ['cantTell', 'MUST'])).toBe('1 check could not judge');
  expect(why(['cantTell', 'MUST'], ['cantTell', 'MUST'])).toBe('2 checks could not judge');
});

test('a check that the run did not reach leaves the verdict open, whatever its message and level', () => {
  const accepted = status('accepted');
  const passed = check(['passed', 'MUST']);
  for (const level of ['MUST', 'SHOULD', 'MAY'] as const) {
    const left = { ...check(['untested', level]), notReached: true as const };
    expect(verdictOf([passed, left], accepted, false)).toBe('inconclusive');
    expect(verdictOf([check(['failed', 'MUST']), left], accepted, false)).toBe('non-conformant');
  }
  // It is the field that says so: the same words in a message say nothing.
  const said = { ...check(['untested', 'MUST']), message: 'the run ended before this check' };
  expect(verdictOf([passed, said], accepted, false)).toBe('conformant');
});

test('a known failure does not count in the verdict, and still does in the summary', () => {
  const failed = (level: CheckResult['level'], known: boolean): CheckResult => ({
    ...check(['failed', level]),
    ...(known && { known: { reason: 'the vendor knows' } }),
  });
  const accepted = status('accepted');
  const passed = check(['passed', 'MUST']);
  expect(verdictOf([passed, failed('MUST', true)], accepted, false)).toBe('conformant');
  expect(verdictOf([passed, failed('SHOULD', true)], accepted, true)).toBe('conformant');
  expect(verdictOf([failed('MUST', true)], accepted, false)).toBe('inconclusive');
  expect(verdictOf([failed('MUST', true), failed('MUST', false)], accepted, false)).toBe(
    'non-conformant',
  );
  expect(verdictOf([failed('MUST', true)], status('refused'), false)).toBe('inconclusive');
  expect(summarize([failed('MUST', true), failed('SHOULD', true)])).toMatchObject({
    failed: 1,
    warnings: 1,
    passed: 0,
  });
});

test('the summary counts every check once; what is not a MUST only warns', () => {
  const briefs: Brief[] = [
    ['passed', 'MUST'],
    ['passed', 'MAY'],
    ['failed', 'MUST'],
    ['failed', 'SHOULD'],
    ['failed', 'MAY'],
    ['cantTell', 'SHOULD'],
    ['inapplicable', 'MUST'],
    ['untested', 'MUST'],
    ['untested', 'MUST'],
  ];
  expect(summarize(briefs.map((brief) => check(brief)))).toEqual({
    passed: 2,
    failed: 1,
    warnings: 2,
    cantTell: 1,
    inapplicable: 1,
    untested: 2,
  });
});
