import { expect, test } from 'vitest';
import type { Result } from '../../../schemas/generated/result.js';
import { validateInput } from '../../../src/engine/input/validate-input.js';
import type { CheckReport } from '../../../src/engine/run/check-report.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';
import { serve } from '../../support/server.js';

const valid = (result: Result) => validateInput<Result>('result', result, 'result.json');

/** Runs until a number of checks are done, and then stops. */
async function stopAfter(done: number, plan: Parameters<typeof run>[0]) {
  const stop = new AbortController();
  const reports: CheckReport[] = [];
  const result = await run(plan, {
    signal: stop.signal,
    onCheck: (report) => {
      reports.push(report);
      if (reports.length === done) stop.abort();
    },
  });
  return { result: valid(result), reports };
}

test.for([1, 8])(
  'stopped in the middle, %i requests at once: what was not reached says so, and nothing is sent after it',
  async (concurrency) => {
    const { sandbox, target } = await startSandboxTarget('stopped');
    target.limits.concurrency = concurrency;
    const { result, reports } = await stopAfter(20, planOf([target]));
    const sent = sandbox.requests;
    const [stopped] = result.targets;
    expect(result.run.interrupted).toBe(true);

    const reached = new Map(reports.map(({ check }) => [check.id, check]));
    expect(reached.size).toBe(reports.length);
    expect(stopped?.checks).toHaveLength(result.requirements.length);
    for (const check of stopped?.checks ?? []) {
      const { outcome, notReached, exchanges } = check;
      if (reached.has(check.id)) expect(check).not.toHaveProperty('notReached');
      else
        expect({ outcome, notReached, exchanges }, check.id).toEqual({
          outcome: 'untested',
          notReached: true,
          exchanges: [],
        });
    }
    expect(reached.size).toBeLessThan(result.requirements.length / 2);

    // What was found still stands, and is reported with its evidence.
    expect(stopped?.control.outcome).toBe('accepted');
    expect(stopped?.summary.passed).toBeGreaterThan(0);
    expect(stopped?.verdict).toBe('inconclusive');
    expect(stopped?.stats.requests).toBe(sent);
    const known = new Set(result.exchanges.map(({ id }) => id));
    for (const id of (stopped?.checks ?? []).flatMap(({ exchanges }) => exchanges))
      expect(known.has(id)).toBe(true);

    await sandbox.close();
    expect(sandbox.requests).toBe(sent);
  },
);

test('a failed MUST makes a target non-conformant, however early the run was stopped', async () => {
  const { sandbox, target } = await startSandboxTarget('stopped', { faults: ['takes-epoch'] });
  const only = ['token-b2b/timestamp/rejects-epoch', 'token-b2b/response/*'];
  const { result } = await stopAfter(1, planOf([target], { only }));
  await sandbox.close();
  expect(result.targets[0]).toMatchObject({ verdict: 'non-conformant' });
  expect(result.targets[0]?.checks.some(({ notReached }) => notReached)).toBe(true);
});

test('stopped before it began: nothing is sent', async () => {
  const { sandbox, target } = await startSandboxTarget('never');
  const result = valid(await run(planOf([target]), { signal: AbortSignal.abort() }));
  await sandbox.close();
  expect(result.run.interrupted).toBe(true);
  expect(result.targets[0]?.checks.every(({ notReached }) => notReached === true)).toBe(true);
  expect(result.targets[0]).toMatchObject({ verdict: 'inconclusive' });
  expect(result.targets[0]?.control.outcome).toBe('not-sent');
  expect(sandbox.requests).toBe(0);
});

test('stopped while the control is under way: no control, and nothing more is sent', async () => {
  const stop = new AbortController();
  let requests = 0;
  const { url } = await serve((incoming, response) => {
    incoming.resume();
    requests += 1;
    stop.abort();
    // A run that goes on would try it again.
    response.writeHead(503).end();
  });
  const { sandbox, target } = await startSandboxTarget('early');
  await sandbox.close();
  const plan = planOf([{ ...target, baseUrl: url }], { depth: 'quick' });
  const result = valid(await run(plan, { signal: stop.signal }));
  expect(requests).toBe(1);
  expect(result.targets[0]?.control.outcome).toBe('not-sent');
  // Those that the document doesn't ask for, or that lack config, need no control.
  const outcomes = new Set(result.targets[0]?.checks.map(({ outcome }) => outcome));
  expect(outcomes).toEqual(new Set(['untested', 'inapplicable']));
  expect(result.targets[0]?.checks.some(({ notReached }) => notReached)).toBe(true);
});

test('stopped when the control that several checks share is due: it is not sent', async () => {
  const { sandbox, target } = await startSandboxTarget('due', { faults: ['takes-epoch'] });
  // The last of them fails, which needs no control: it is told at once, and the others wait.
  const waiting = ['separator', 'incomplete'].map((name) => `token-b2b/timestamp/rejects-${name}`);
  const failing = 'token-b2b/timestamp/rejects-epoch';
  const limits = { ...target.limits, concurrency: 1 };
  const only = [...waiting, failing, 'token-b2b/response/*'];
  const plan = planOf([{ ...target, limits }], { depth: 'quick', only });
  const { result, reports } = await stopAfter(1, plan);
  const sent = sandbox.requests;
  await sandbox.close();
  expect(reports.map(({ check }) => check.id)).toEqual([failing]);
  expect(result.targets[0]?.stats.requests).toBe(sent);
  expect(result.exchanges.filter(({ purpose }) => purpose === 'control')).toHaveLength(1);
  // A refusal without an accepted control after it shows nothing: what passed so far isn't told as a pass.
  for (const id of waiting)
    expect(result.targets[0]?.checks.find((check) => check.id === id)).toMatchObject({
      outcome: 'untested',
      notReached: true,
    });
});

test('of several targets those that were reached keep what was found', async () => {
  const names = ['one', 'two', 'three'];
  const started = await Promise.all(names.map((name) => startSandboxTarget(name)));
  const stop = new AbortController();
  const result = await run(
    planOf(
      started.map(({ target }) => target),
      { only: ['token-b2b/response/*'], depth: 'quick' },
    ),
    {
      targetsAtOnce: 1,
      signal: stop.signal,
      onCheck: ({ target }) => {
        if (target === 'two') stop.abort();
      },
    },
  );
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  const [one, two, three] = valid(result).targets;
  expect(one?.verdict).toBe('conformant');
  expect(one?.checks.some(({ notReached }) => notReached)).toBe(false);
  expect(two?.verdict).toBe('inconclusive');
  expect(two?.checks.filter(({ notReached }) => !notReached)).toHaveLength(1);
  expect(three?.control.outcome).toBe('not-sent');
  expect(started[2]?.sandbox.requests).toBe(0);
});
