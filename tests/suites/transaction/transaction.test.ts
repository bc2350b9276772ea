import { expect, onTestFinished, test } from 'vitest';
import { renderSummary } from '../../../reports/console.js';
import { renderReport, whole } from '../../../reports/render.js';
import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import type { TargetPlan } from '../../../src/engine/plan/plan.js';
import { run } from '../../../src/engine/run/run.js';
import { allReports } from '../../support/all-reports.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';
import { bodyOf, serve } from '../../support/server.js';

/** A quick run of these checks against a sandbox, with the target's plan changed. */
async function runWith(
  options: Parameters<typeof startSandboxTarget>[1],
  change: (target: TargetPlan) => void = () => {},
  only = ['token-b2b/expiry/*', 'transaction/*'],
): Promise<Result> {
  const { sandbox, target } = await startSandboxTarget('bank', options);
  onTestFinished(() => sandbox.close());
  change(target);
  const result = await run(planOf([target], { depth: 'quick', only }));
  return result;
}

function only({ targets: [target] }: Result): TargetResult {
  if (!target) throw new Error('one target is tested');
  return target;
}

const ofTransactions = ({ checks }: TargetResult) =>
  checks.filter(({ id }) => id.startsWith('transaction/') || id === 'token-b2b/expiry/honoured');

/** The outcomes of checks, and what they say, each once. */
const said = (checks: TargetResult['checks']) => [
  ...new Set(checks.map(({ outcome, message }) => `${outcome}: ${message}`)),
];

test('without a transaction in the config its checks are untested, and the verdict stands', async () => {
  const target = only(await runWith({}));
  const checks = ofTransactions(target);
  expect(checks.length).toBeGreaterThan(70);
  expect(said(checks)).toEqual([
    'untested: no transaction in the config: a harmless service of the target is needed',
  ]);
  expect(target.verdict).toBe('conformant');
  expect(Object.keys(target.controls ?? {})).toEqual(['token-b2b']);
});

test('without the client secret that the scheme needs its checks are untested', async () => {
  const target = only(
    await runWith({ transaction: true }, ({ client }) => {
      delete client.clientSecret;
    }),
  );
  expect(said(ofTransactions(target))).toEqual([
    'untested: no clientSecret in the config: the transaction signature of this profile needs it',
  ]);
  expect(target.verdict).toBe('conformant');
});

test('the private key alone is enough for the asymmetric scheme', async () => {
  const target = only(
    await runWith(
      { transaction: true, overrides: { transaction: { scheme: 'asymmetric' } } },
      ({ client }) => {
        delete client.clientSecret;
      },
    ),
  );
  expect(target.controls?.['transaction']?.outcome).toBe('accepted');
});

test('a target whose token service refuses has one root cause, and nothing is told of it', async () => {
  const { url } = await serve(async (incoming, response) => {
    await bodyOf(incoming);
    response.statusCode = 401;
    response.setHeader('Content-Type', 'application/json');
    response.end('{"responseCode":"4017300","responseMessage":"Unauthorized. Unknown Client"}');
  });
  const result = await runWith({ transaction: true }, (target) => {
    target.baseUrl = url;
  });
  const target = only(result);
  expect(target.verdict).toBe('inconclusive');
  expect(target.control.outcome).toBe('refused');
  expect(target.summary).toMatchObject({ passed: 0, failed: 0, cantTell: 0 });
  const tried = ofTransactions(target).filter(({ outcome }) => outcome !== 'inapplicable');
  expect(tried.length).toBeGreaterThan(70);
  expect(said(tried)).toEqual([
    'untested: a token has to expire for this: run with --slow',
    expect.stringContaining('untested: there is no access token to call the transaction with'),
    'untested: no customer in the config: transactions are made for none',
    expect.stringContaining('untested: no transaction.outOfScopeToken in the config'),
  ]);
  const summary = renderSummary(result, { color: false, width: 400 });
  expect(summary.match(/Likely causes/g)).toHaveLength(1);
});

test('a target that refuses every transaction is inconclusive, and says why', async () => {
  const result = await runWith({ transaction: true }, ({ client }) => {
    client.clientSecret = 'a secret that is not registered';
  });
  const target = only(result);
  expect(target.control.outcome).toBe('accepted');
  expect(target.controls?.['transaction']?.outcome).toBe('refused');
  expect(target.controls?.['transaction']?.causes?.[0]).toContain('clientSecret');
  expect(target.verdict).toBe('inconclusive');
  expect(ofTransactions(target).filter(({ outcome }) => outcome === 'passed')).toEqual([]);
  const summary = renderSummary(result, { color: false, width: 400 });
  expect(summary).toContain('transaction: the control was refused: HTTP 401 4011100');
  expect(summary).toContain('the clientSecret of the config is not the one registered');
  for (const name of ['json', 'html', 'junit', 'sarif', 'ctrf', 'markdown', 'github'] as const)
    for (const { content } of await renderReport(name, result))
      expect(whole(content)).toContain('is not the one registered for this client');
});

test('a secret with a newline at its end is told as the likeliest cause of the refusal', async () => {
  let secret = '';
  const result = await runWith({ transaction: true }, ({ client }) => {
    secret = client.clientSecret ?? '';
    client.clientSecret = `${secret}\n`;
  });
  const { outcome, causes } = only(result).controls?.['transaction'] ?? {};
  expect(outcome).toBe('refused');
  expect(causes?.[0]).toContain('the clientSecret of the config ends with a newline (U+000A)');
  expect(secret).not.toBe('');
  expect(JSON.stringify(causes)).not.toContain(secret);
});

test('no report shows a token, or what is one but for a character', async () => {
  const expiredToken = 'eXpIrEd-0123456789abcdefghijklmnop-tail';
  const outOfScopeToken = 'nArRoW-qrstuvwxyz0123456789abcdefg-tail';
  for (const profile of ['snap-bi', 'ayolinx']) {
    const result = await runWith({
      profile,
      faults: ['transaction-takes-any-token'],
      transaction: { expiredToken, outOfScopeToken },
    });
    expect(only(result).summary.failed).toBeGreaterThan(1);
    const text = [...(await allReports(result)), renderSummary(result, { color: false })].join();
    for (const token of [expiredToken, outOfScopeToken])
      expect(text).not.toContain(token.slice(8, 30));
    // Long runs of what tokens are made of, but for signatures, which end with their timestamp.
    const authorizations = [
      ...text.matchAll(/Authorization[^\w]{1,12}(?:Bearer |Basic )?([\w.~+/-]+)/gi),
    ];
    expect(authorizations.length).toBeGreaterThan(1);
    for (const [, value = ''] of authorizations) expect(value.length).toBeLessThan(24);
  }
});
