import { describe, expect, test } from 'vitest';
import type { CheckResult, Exchange } from '../../../schemas/generated/result.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { catalogueDigest, profileDigest } from '../../../src/engine/catalogue/digest.js';
import { loadTranslations } from '../../../src/engine/catalogue/translations.js';
import { validateInput } from '../../../src/engine/input/validate-input.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { buildResult, summarize, verdictOf } from '../../../src/engine/run/build-result.js';
import type { CheckReport, TargetStatus } from '../../../src/engine/run/check-report.js';
import { planOf, targetAt } from '../../support/sandbox-target.js';

type Brief = [outcome: CheckResult['outcome'], level: CheckResult['level']];

const check = ([outcome, level]: Brief, id = 'a/b/c'): CheckResult => ({
  id,
  level,
  outcome,
  message: outcome,
  sources: [],
  exchanges: [],
});

type Control = TargetStatus['control']['outcome'];

const status = (outcome: Control, changes: Partial<TargetStatus> = {}): TargetStatus => ({
  control: { outcome, message: outcome, exchanges: [] },
  controls: {},
  dialect: {},
  readings: {},
  requests: 0,
  notes: [],
  ...changes,
});

describe('the verdict', () => {
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
    [[['failed', 'SHOULD']], 'accepted', 'conformant', 'non-conformant'],
    [[['failed', 'MAY']], 'accepted', 'conformant', 'non-conformant'],
    [[['cantTell', 'MUST']], 'accepted', 'inconclusive', 'inconclusive'],
    [[['cantTell', 'SHOULD']], 'accepted', 'conformant', 'conformant'],
    [
      [
        ['cantTell', 'MUST'],
        ['failed', 'MUST'],
      ],
      'accepted',
      'non-conformant',
      'non-conformant',
    ],
    [[['untested', 'MUST']], 'accepted', 'conformant', 'conformant'],
    [[['inapplicable', 'MUST']], 'accepted', 'conformant', 'conformant'],
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

  test('is inconclusive where the control of a further service was not accepted', () => {
    const finding = (outcome: Control) => ({ outcome, message: outcome, exchanges: [] });
    const beside = (transaction: Control) =>
      status('accepted', {
        controls: { 'token-b2b': finding('accepted'), transaction: finding(transaction) },
      });
    const checks = [check(['passed', 'MUST'])];
    expect(verdictOf(checks, beside('accepted'), false)).toBe('conformant');
    expect(verdictOf(checks, beside('refused'), false)).toBe('inconclusive');
    expect(verdictOf(checks, beside('no-answer'), false)).toBe('inconclusive');
    const failed = [...checks, check(['failed', 'MUST'])];
    expect(verdictOf(failed, beside('refused'), false)).toBe('non-conformant');
  });
});

test('a known failure is none to the verdict, and stays one in the summary', () => {
  const failed = (level: CheckResult['level'], known: boolean): CheckResult => ({
    ...check(['failed', level]),
    ...(known && { known: { reason: 'the vendor knows' } }),
  });
  const accepted = status('accepted');
  expect(verdictOf([failed('MUST', true)], accepted, false)).toBe('conformant');
  expect(verdictOf([failed('SHOULD', true)], accepted, true)).toBe('conformant');
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

test('the summary counts every check once; what is no MUST only warns', () => {
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

describe('the result', () => {
  const only = ['token-b2b/expiry/*'];
  const ids = [...shippedCatalogue().keys()].filter((id) => id.startsWith('token-b2b/expiry/'));
  const facts = {
    startedAt: 0,
    finishedAt: 1500,
    interrupted: false,
    strict: false,
    durations: new Map([['a', 12.6]]),
  };
  const exchange = (id: string): Exchange => ({
    id,
    target: 'a',
    purpose: 'control',
    request: { method: 'POST', url: 'http://a', headers: [], body: { bytes: 0 } },
    startedAt: '2024-03-19T04:46:16.005Z',
    durationMs: 1,
    attempts: 1,
  });
  const report = (id: string, changes: Partial<CheckReport> = {}): CheckReport => ({
    target: 'a',
    check: check(['passed', 'MUST'], id),
    exchanges: [],
    confirmations: [],
    status: status('accepted', { requests: 1 }),
    ...changes,
  });
  const build = async (reports: CheckReport[], changes: Partial<typeof facts> = {}) => {
    const plan = planOf([await targetAt('http://a', 'a'), await targetAt('http://b', 'b')], {
      only,
    });
    const result = buildResult(plan, reports, { ...facts, ...changes });
    return validateInput<typeof result>('result', result, 'result.json');
  };

  test('of a run that was interrupted: all that was chosen, the rest untested', async () => {
    const result = await build([report(ids[1] ?? '')], { interrupted: true });
    expect(result.run).toMatchObject({
      interrupted: true,
      startedAt: '1970-01-01T00:00:00.000Z',
      finishedAt: '1970-01-01T00:00:01.500Z',
      seed: 42,
      depth: 'standard',
    });
    const [a, b] = result.targets;
    expect(a?.checks.map(({ id }) => id)).toEqual(ids);
    expect(a?.summary).toMatchObject({ passed: 1, untested: ids.length - 1 });
    expect(a?.checks[0]).toMatchObject({
      outcome: 'untested',
      message: 'the run ended before this check',
      level: shippedCatalogue().get(ids[0] ?? '')?.level,
    });
    expect(a?.stats).toEqual({ requests: 1, durationMs: 13 });
    expect(b?.summary.untested).toBe(ids.length);
    expect(b?.control.outcome).toBe('not-sent');
    expect(b?.verdict).toBe('inconclusive');
  });

  test('says by which catalogue and profiles it was judged, and nothing of the clients', async () => {
    const result = await build([]);
    const [a, b] = result.targets;
    expect(result.run.catalogueDigest).toBe(catalogueDigest(shippedCatalogue()));
    expect(a?.profileDigest).toBe(profileDigest(loadProfile('snap-bi', '/')));
    expect(b?.profileDigest).toBe(a?.profileDigest);
  });

  test('has the latest status of a target, whatever the order of the reports', async () => {
    const early = status('refused', { requests: 3 });
    const late = status('accepted', {
      requests: 9,
      dialect: { a: 1 },
      notes: ['n'],
      readings: { 'response-code-presence': ['always'] },
    });
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      const reports = order.map((each, at) => report(ids[at] ?? '', { status: each }));
      const [a] = (await build(reports)).targets;
      expect(a).toMatchObject({
        control: { outcome: 'accepted' },
        dialect: { a: 1 },
        notes: ['n'],
        stats: { requests: 9 },
      });
      const taken = a?.contradictions.flatMap(({ id, readings }) =>
        readings.filter((reading) => reading.taken).map(({ name }) => `${id}: ${name}`),
      );
      expect(taken).toEqual(['response-code-presence: always']);
    }
  });

  test('has the control of each service that was tried, where there is one', async () => {
    const controls = {
      'token-b2b': { outcome: 'accepted', message: 'yes', exchanges: ['e1'] },
      transaction: { outcome: 'refused', message: 'no', causes: ['because'], exchanges: ['e2'] },
    } as const;
    const own = status('accepted', { requests: 1 });
    const [a, b] = (
      await build([
        report(ids[0] ?? '', {
          status: { ...own, controls: structuredClone(controls) as never },
        }),
      ])
    ).targets;
    expect(a?.controls).toEqual(controls);
    expect(b).not.toHaveProperty('controls');
  });

  test('has the evidence in order, and the text of what was checked', async () => {
    const result = await build([
      report(ids[0] ?? '', { exchanges: [exchange('e10'), exchange('e9')] }),
      report(ids[1] ?? '', { exchanges: [exchange('e2')] }),
    ]);
    expect(result.exchanges.map(({ id }) => id)).toEqual(['e2', 'e9', 'e10']);
    expect(result.requirements.map(({ id }) => id)).toEqual(ids);
    const { title, statement } = shippedCatalogue().get(ids[0] ?? '') ?? {};
    expect(result.requirements[0]).toMatchObject({ title, statement });
  });

  test('has the text of what was checked in Indonesian, too', async () => {
    const { requirements } = await build([]);
    expect(requirements.map(({ translations }) => translations?.id)).toEqual(
      ids.map((id) => loadTranslations('id').get(id)),
    );
    expect(requirements[0]?.translations?.id?.remedy).toContain('expiresIn');
  });

  test('takes back what passed before the control was refused, and nothing else', async () => {
    const [first = '', second = '', third = ''] = ids;
    const result = await build([
      report(first),
      report(second, { check: check(['failed', 'MUST'], second) }),
      report(third, {
        confirmations: [first, second].map((id) => ({ id, control: 'e3', accepted: false })),
      }),
    ]);
    const [a] = result.targets;
    expect(a?.checks.slice(0, 3).map(({ outcome }) => outcome)).toEqual([
      'cantTell',
      'failed',
      'passed',
    ]);
    expect(a?.checks[0]?.message).toContain('passed; but the control was refused soon afterwards');
    expect(a?.summary).toMatchObject({ passed: 1, failed: 1, cantTell: 1 });
    expect(a?.checks.slice(0, 3).map(({ exchanges }) => exchanges)).toEqual([['e3'], ['e3'], []]);
  });

  test('names the control that came after a check, once', async () => {
    const [first = '', second = ''] = ids;
    const own = { ...check(['passed', 'MUST'], second), exchanges: ['e1', 'e3'] };
    const result = await build([
      report(first),
      report(second, {
        check: own,
        confirmations: [first, second].map((id) => ({ id, control: 'e3', accepted: true })),
      }),
    ]);
    const checks = result.targets[0]?.checks.slice(0, 2);
    expect(checks?.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
    expect(checks?.map(({ exchanges }) => exchanges)).toEqual([['e3'], ['e1', 'e3']]);
  });

  test('is strict where it is asked to be', async () => {
    const reports = ids.map((id, at) =>
      report(id, { check: check([at === 0 ? 'failed' : 'passed', 'SHOULD'], id) }),
    );
    expect((await build(reports)).targets[0]?.verdict).toBe('conformant');
    expect((await build(reports, { strict: true })).targets[0]?.verdict).toBe('non-conformant');
    // A run that was cut short can't call a target conformant.
    expect((await build(reports.slice(1))).targets[0]?.verdict).toBe('inconclusive');
  });
});
