import { expect, onTestFinished, test } from 'vitest';
import { forecastRun } from '../../../src/engine/run/forecast-run.js';
import { run } from '../../../src/engine/run/run.js';
import { faults } from '../../../src/sandbox/faults/index.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

const everything = { transaction: true, customer: true } as const;

async function inProduction(
  allow: string[] = [],
  options: Parameters<typeof startSandboxTarget>[1] = {},
) {
  const { sandbox, target } = await startSandboxTarget('live', options);
  onTestFinished(() => sandbox.close());
  return { sandbox, target: { ...target, production: { allow } } };
}

test.for(['quick', 'standard'] as const)(
  'a target in production gets one valid request a service at depth %s, and what was forecast',
  async (depth) => {
    const { sandbox, target } = await inProduction([], everything);
    const plan = planOf([target], { depth });
    const [forecast] = forecastRun(plan);
    const { targets, exchanges } = await run(plan);
    const [result] = targets;
    // The control of each of the three services; customers' transactions have a token of their own.
    expect(exchanges.every(({ purpose }) => purpose === 'control')).toBe(true);
    expect(result?.stats.requests).toBe(forecast?.requests);
    expect(sandbox.requests).toBe(forecast?.requests);
    expect(result?.verdict).toBe('conformant');
    expect(result?.checks.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(20);
    for (const { id, outcome, message } of result?.checks ?? [])
      if (outcome === 'untested' && /\/(?:timestamp|signature|body|http)\//.test(id))
        expect([id, message]).toEqual([
          id,
          'environment: production: the check sends more than the control, and no --allow-production names it',
        ]);
  },
);

test('the token service alone gets a single request', async () => {
  const { sandbox, target } = await inProduction();
  await run(planOf([target]));
  expect(sandbox.requests).toBe(1);
});

test('what --allow-production names is made, and nothing else', async () => {
  const { sandbox, target } = await inProduction(['token-b2b/timestamp/*', 'tag:body']);
  const plan = planOf([target], { depth: 'quick' });
  const [forecast] = forecastRun(plan);
  const { targets } = await run(plan);
  expect(sandbox.requests).toBe(forecast?.requests);
  const checks = targets[0]?.checks ?? [];
  const made = checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
  expect(made).toContain('token-b2b/timestamp/rejects-missing-offset');
  expect(made).toContain('token-b2b/body/rejects-missing-grant-type');
  expect(made.filter((id) => /\/(?:signature|headers|http)\//.test(id))).toEqual([]);
  expect(targets[0]?.verdict).toBe('conformant');
});

test('answers are judged: a fault in them fails its check', async () => {
  const fault = faults.find(({ name }) => name === 'expiry-in-milliseconds');
  const { target } = await inProduction([], { faults: ['expiry-in-milliseconds'] });
  const { targets } = await run(planOf([target]));
  const failed = targets[0]?.checks.filter(({ outcome }) => outcome === 'failed');
  expect(failed?.map(({ id }) => id)).toEqual(fault?.trips);
});

test('a control that is refused is sent once in each documented form of X-TIMESTAMP, and in no other way', async () => {
  const { sandbox, target } = await inProduction();
  const stranger = { ...target, client: { ...target.client, clientId: 'nobody' } };
  const { targets } = await run(planOf([stranger]));
  expect(targets[0]?.control.outcome).toBe('refused');
  expect(sandbox.requests).toBe(target.profile.services['token-b2b'].timestamp.accept.length);
});
