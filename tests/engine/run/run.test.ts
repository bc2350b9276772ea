import { describe, expect, test } from 'vitest';
import type { CheckResult, Result } from '../../../schemas/generated/result.js';
import { validateInput } from '../../../src/engine/input/validate-input.js';
import { effortAt } from '../../../src/engine/plan/effort.js';
import type { CheckReport } from '../../../src/engine/run/check-report.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget, targetAt } from '../../support/sandbox-target.js';
import { closedUrl, serve } from '../../support/server.js';
import { serveTokens } from '../../support/token-server.js';

const outcomesOf = (checks: readonly CheckResult[] = []) => [
  ...new Set(checks.map(({ outcome }) => outcome)),
];
/** Every outcome's evidence is there, and there is no other. */
function expectNamedEvidence({ targets, exchanges }: Result): void {
  const known = exchanges.map(({ id }) => id);
  const named = targets.flatMap(({ control, checks }) => [
    ...control.exchanges,
    ...checks.flatMap((check) => check.exchanges),
  ]);
  expect(new Set(known).size).toBe(known.length);
  expect(new Set(named)).toEqual(new Set(known));
}
const valid = (result: Result) => validateInput<Result>('result', result, 'result.json');

test('a whole run of the shipped profiles at once gives a valid result', async () => {
  const started = await Promise.all(
    ['snap-bi', 'doku', 'ayolinx'].map((name) => startSandboxTarget(name, { profile: name })),
  );
  const exitCode = process.exitCode;
  const reports: CheckReport[] = [];
  const result = await run(
    planOf(
      started.map(({ target }) => target),
      { depth: 'quick' },
    ),
    { onCheck: (report) => reports.push(report) },
  );
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  valid(result);
  expect(result.targets.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['snap-bi', 'conformant'],
    ['doku', 'conformant'],
    ['ayolinx', 'conformant'],
  ]);
  expect(result.run).toMatchObject({ seed: 42, depth: 'quick', interrupted: false });
  for (const [at, { checks, stats }] of result.targets.entries()) {
    expect(stats.requests).toBe(started[at]?.sandbox.requests);
    expect(checks).toHaveLength(result.requirements.length);
  }
  expect(reports).toHaveLength(result.requirements.length * 3);
  expectNamedEvidence(result);
  // A failed check is a result of the run, not a failure of the process.
  expect(process.exitCode).toBe(exitCode);
});

test('targets that cannot be tested are never conformant', async () => {
  const html = await serve((_incoming, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<html>It works!</html>');
  });
  const noToken = await serve((_incoming, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end('{"responseCode":');
  });
  let granted = 0;
  const tired = await serveTokens(() => {
    granted += 1;
    return granted === 1;
  });
  const limited = await startSandboxTarget('limited');
  limited.target.limits.maxRequests = 5;
  // With an effort of its own, the limit stays a limit: the effort isn't made to fit it.
  limited.target.effort = effortAt.standard;
  const targets = [
    await targetAt(await closedUrl(), 'closed'),
    await targetAt(html.url, 'html'),
    await targetAt(noToken.url, 'no token'),
    await targetAt(tired.url, 'tired'),
    limited.target,
  ];
  const only = ['*/headers/rejects-missing-*', '*/body/rejects-*', '*/response/body-json'];
  // The standard requires no header besides its own, and has bodies written as JSON.
  const skip = ['*/headers/rejects-missing-further-header', 'token-b2b/body/rejects-json'];
  const result = await run(planOf(targets, { only, skip }));
  await limited.sandbox.close();
  expectNamedEvidence(result);
  const [closedResult, htmlResult, noTokenResult, tiredResult, limitedResult] =
    valid(result).targets;

  // A closed port: one cause, all else untested, few requests.
  expect(closedResult?.verdict).toBe('inconclusive');
  expect(closedResult?.control.outcome).toBe('no-answer');
  expect(closedResult?.control.causes?.[0]).toContain('no server is running at');
  expect(outcomesOf(closedResult?.checks)).toEqual(['untested']);
  expect(closedResult?.stats.requests).toBe(3);

  // A page: it isn't SNAP, and nothing is said about it.
  expect(htmlResult?.verdict).toBe('inconclusive');
  expect(htmlResult?.control.outcome).toBe('not-snap');
  expect(outcomesOf(htmlResult?.checks)).toEqual(['untested']);

  // A success without a token: refusals can't be judged, but the answer itself is.
  const isBody = ({ id }: CheckResult) => id === 'token-b2b/response/body-json';
  expect(noTokenResult?.checks.find(isBody)).toMatchObject({ outcome: 'failed' });
  const others = noTokenResult?.checks.filter((check) => !isBody(check));
  expect(outcomesOf(others)).toEqual(['untested']);
  expect(noTokenResult?.verdict).toBe('non-conformant');

  // One that starts to refuse the control: what was refused after it shows nothing.
  const refusals = tiredResult?.checks.filter(({ id }) => /^token-b2b\/.*\/rejects-/.test(id));
  expect(refusals?.length).toBeGreaterThan(5);
  expect(refusals?.filter(({ outcome }) => outcome === 'passed')).toEqual([]);
  expect(refusals?.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(tiredResult?.notes.join()).toContain('has refused valid requests since request 2');
  expect(tiredResult?.verdict).toBe('inconclusive');

  // One whose budget is used up.
  expect(limited.sandbox.requests).toBe(5);
  expect(limitedResult?.stats.requests).toBe(5);
  const late = limitedResult?.checks.filter(({ outcome }) => outcome === 'cantTell');
  expect(late?.at(-1)?.message).toContain('budget of 5 requests');
  expect(limitedResult?.verdict).toBe('inconclusive');
});

test.for([1, 20, 60])('evidence of a target that tires after %i grants is named', async (most) => {
  let granted = 0;
  const tired = await serveTokens(() => {
    granted += 1;
    return granted <= most;
  });
  const result = await run(planOf([await targetAt(tired.url, 'tired')], { depth: 'quick' }));
  expectNamedEvidence(valid(result));
  expect(result.targets[0]?.verdict).not.toBe('conformant');
});

describe('a choice that leaves nothing', () => {
  test('is a mistake, with the nearest id', async () => {
    const target = await targetAt('http://127.0.0.1:1', 'none');
    await expect(run(planOf([target], { only: ['token-b2b/expiry/presnt'] }))).rejects.toThrow(
      'no check matches --only token-b2b/expiry/presnt\n  Did you mean "token-b2b/expiry/present"?',
    );
    await expect(run(planOf([target], { skip: ['*'] }))).rejects.toThrow('--skip leaves no check');
  });
});

test('the same seed gives the same counterexample, alone or in company', async () => {
  const id = 'token-b2b/body/accepts-any-rendering';
  const examples: unknown[] = [];
  for (const only of [[id], ['token-b2b/body/*']]) {
    const { sandbox, target } = await startSandboxTarget('seeded', {
      faults: ['searches-body-for-grant-type'],
    });
    const result = await run(planOf([target], { only, seed: 7 }));
    await sandbox.close();
    const found = result.targets[0]?.checks.find((check) => check.id === id);
    expect(found).toMatchObject({ outcome: 'failed' });
    expect(found?.replay).toContain(`--target seeded --only ${id} --seed 7 --depth standard`);
    examples.push(found?.counterexample);
  }
  expect(examples[0]).toBeDefined();
  expect(examples[1]).toEqual(examples[0]);
});
