import { describe, expect, test } from 'vitest';
import type { CheckResult, Exchange } from '../../../../schemas/generated/result.js';
import { shippedCatalogue } from '../../../../src/engine/catalogue/catalogue.js';
import { catalogueDigest, profileDigest } from '../../../../src/engine/catalogue/digest.js';
import { loadTranslations } from '../../../../src/engine/catalogue/translations.js';
import { validateInput } from '../../../../src/engine/input/validate-input.js';
import { loadProfile } from '../../../../src/engine/profile/profile.js';
import { buildResult } from '../../../../src/engine/run/result/build-result.js';
import type { TargetFindings } from '../../../../src/engine/run/run-target.js';
import type { TargetStatus } from '../../../../src/engine/session/target-status.js';
import { planOf, targetAt } from '../../../support/sandbox-target.js';
import { checkOf, statusOf } from '../findings.js';

const only = ['token-b2b/expiry/*'];
const ids = [...shippedCatalogue().keys()].filter((id) => id.startsWith('token-b2b/expiry/'));
const facts = { startedAt: 0, finishedAt: 1500, interrupted: false, strict: false };

const exchange = (id: string): Exchange => ({
  id,
  target: 'a',
  purpose: 'control',
  request: { method: 'POST', url: 'http://a', headers: [], body: { bytes: 0 } },
  startedAt: '2024-03-19T04:46:16.005Z',
  durationMs: 1,
  attempts: 1,
});

/** What was found about the first target: these checks, and what else is given. */
function found(
  checks: readonly CheckResult[],
  changes: Partial<TargetStatus> = {},
  exchanges: Exchange[] = [],
): TargetFindings {
  return {
    checks: [...checks],
    status: statusOf('accepted', { requests: 1, ...changes }),
    exchanges,
    likenesses: [],
    durationMs: 12.6,
  };
}

const passing = ids.map((id) => checkOf(['passed', 'MUST'], id));

/** The result of a run of two targets of which the first was reached. */
async function build(findings: TargetFindings | undefined, changes: Partial<typeof facts> = {}) {
  const targets = [await targetAt('http://a', 'a'), await targetAt('http://b', 'b')];
  const plan = planOf(targets, { only });
  const result = buildResult(plan, [findings, undefined], { ...facts, ...changes });
  return validateInput<typeof result>('result', result, 'result.json');
}

test('of a run that was interrupted: all that was chosen, the rest untested and marked so', async () => {
  const result = await build(found(passing.slice(1, 2)), { interrupted: true });
  expect(result.run).toMatchObject({
    interrupted: true,
    startedAt: '1970-01-01T00:00:00.000Z',
    finishedAt: '1970-01-01T00:00:01.500Z',
    seed: 42,
    depth: 'standard',
  });
  const [a, b] = result.targets;
  expect(a?.checks.map(({ id }) => id)).toEqual(ids);
  expect(a?.checks.map(({ notReached }) => notReached)).toEqual(
    ids.map((_, at) => (at === 1 ? undefined : true)),
  );
  expect(a?.summary).toMatchObject({ passed: 1, untested: ids.length - 1 });
  expect(a?.checks[0]).toMatchObject({
    outcome: 'untested',
    message: 'the run ended before this check',
    level: shippedCatalogue().get(ids[0] ?? '')?.level,
  });
  expect(a?.stats).toEqual({ requests: 1, durationMs: 13 });
  expect(b?.summary.untested).toBe(ids.length);
  expect(b?.checks.every(({ notReached }) => notReached === true)).toBe(true);
  expect(b?.control).toMatchObject({
    outcome: 'not-sent',
    message: 'the run ended before this target was reached',
  });
  expect(b?.verdict).toBe('inconclusive');
});

test('says by which catalogue and profiles it was judged, and nothing of the clients', async () => {
  const result = await build(undefined);
  const [a, b] = result.targets;
  expect(result.run.catalogueDigest).toBe(catalogueDigest(shippedCatalogue()));
  expect(a?.profileDigest).toBe(profileDigest(loadProfile('snap-bi', '/')));
  expect(b?.profileDigest).toBe(a?.profileDigest);
});

test('names the documents of each profile, with their editions', async () => {
  const [target] = (await build(undefined)).targets;
  expect(target?.profileDocuments).toContainEqual({
    profile: 'snap-bi',
    title: 'Standar Teknis dan Keamanan SNAP, as third parties report it',
    edition: 'v1.0.2, September 2024',
    confidence: 'third-party',
  });
});

test('an edition changes no digest', () => {
  const profile = loadProfile('snap-bi', '/');
  const later = profile.documents.map((document) => ({ ...document, edition: 'next year' }));
  expect(profileDigest({ ...profile, documents: later })).toBe(profileDigest(profile));
});

test("has a target's control, dialect, notes, requests and the readings that it takes", async () => {
  const [a, b] = (
    await build(
      found(passing, {
        requests: 9,
        dialect: { a: 1 },
        notes: ['n'],
        readings: { 'response-code-presence': ['always'] },
      }),
    )
  ).targets;
  expect(a).toMatchObject({
    control: { outcome: 'accepted' },
    dialect: { a: 1 },
    notes: ['n'],
    stats: { requests: 9 },
  });
  const takenBy = (target: typeof a) =>
    target?.contradictions.flatMap(({ id, readings }) =>
      readings.filter((reading) => reading.taken).map(({ name }) => `${id}: ${name}`),
    );
  expect(takenBy(a)).toEqual(['response-code-presence: always']);
  expect(takenBy(b)).toEqual([]);
});

test('has the control of each service that was tried, if there is one', async () => {
  const exchanges = [exchange('a#0'), exchange('a#1')];
  const controls: TargetStatus['controls'] = {
    'token-b2b': { outcome: 'accepted', message: 'yes', exchanges: ['a#0'] },
    transaction: { outcome: 'refused', message: 'no', causes: ['because'], exchanges: ['a#1'] },
  };
  const [a, b] = (await build(found(passing, { controls }, exchanges))).targets;
  expect(a?.controls).toEqual({
    'token-b2b': { outcome: 'accepted', message: 'yes', exchanges: ['e1'] },
    transaction: { outcome: 'refused', message: 'no', causes: ['because'], exchanges: ['e2'] },
  });
  expect(b).not.toHaveProperty('controls');
});

test('numbers the evidence in its order, wherever it is named', async () => {
  const [first, ...others] = passing;
  const named = { ...first, exchanges: ['a#1', 'a#10'] } as CheckResult;
  const exchanges = ['a#10', 'a#1', 'a#2'].map(exchange);
  const result = await build(found([named, ...others], {}, exchanges));
  expect(result.exchanges.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
  expect(result.targets[0]?.checks[0]?.exchanges).toEqual(['e2', 'e1']);
});

test('has the text of what was checked, in Indonesian too', async () => {
  const { requirements } = await build(undefined);
  expect(requirements.map(({ id }) => id)).toEqual(ids);
  const { title, statement } = shippedCatalogue().get(ids[0] ?? '') ?? {};
  expect(requirements[0]).toMatchObject({ title, statement });
  expect(requirements.map(({ translations }) => translations?.id)).toEqual(
    ids.map((id) => loadTranslations('id').get(id)),
  );
  expect(requirements[0]?.translations?.id?.remedy).toContain('expiresIn');
});

describe('the verdict', () => {
  test('is strict if it is asked to be', async () => {
    const checks = ids.map((id, at) => checkOf([at === 0 ? 'failed' : 'passed', 'SHOULD'], id));
    expect((await build(found(checks))).targets[0]?.verdict).toBe('conformant');
    expect((await build(found(checks), { strict: true })).targets[0]?.verdict).toBe(
      'non-conformant',
    );
  });

  test('of a run that was cut short is never conformant', async () => {
    const [target] = (await build(found(passing.slice(1)))).targets;
    expect(target?.summary).toMatchObject({ passed: ids.length - 1, failed: 0, cantTell: 0 });
    expect(target?.verdict).toBe('inconclusive');
  });
});

describe('a contradiction of the document', () => {
  const id = 'token-b2b/expiry/type';
  const plan = async () => planOf([await targetAt('http://a', 'a', 'doku')], { only: [id] });
  const judged = async (outcome: CheckResult['outcome'], taken: string[]) => {
    const check = checkOf([outcome, 'MUST'], id);
    const findings = found([check], { readings: { 'expires-in-type': taken } });
    return buildResult(await plan(), [findings], facts).targets[0]?.checks[0];
  };

  test('that a passed check was judged under is named, with the reading that the target takes', async () => {
    const check = await judged('passed', ['number']);
    expect(check?.contradictions).toEqual(['expires-in-type']);
    expect(check?.message).toMatch(
      /^passed\. The document contradicts itself \(expires-in-type: .*\); this target follows "number"$/,
    );
    expect((await judged('passed', ['number', 'string']))?.message).toContain(
      'follows "number" and "string"',
    );
  });

  test('is named without a reading if none was seen, or the check failed', async () => {
    for (const check of [await judged('passed', []), await judged('failed', ['number'])]) {
      expect(check?.contradictions).toEqual(['expires-in-type']);
      expect(check?.message).toBe(check?.outcome);
    }
  });

  test('is not named for a check that found nothing', async () => {
    for (const outcome of ['untested', 'cantTell', 'inapplicable'] as const)
      expect(await judged(outcome, ['number'])).not.toHaveProperty('contradictions');
  });
});
