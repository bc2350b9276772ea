import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderSummary } from '../../../../reports/console.js';
import { forecastRun } from '../../../../src/engine/run/forecast-run.js';
import { run } from '../../../../src/engine/run/run.js';
import { allReports } from '../../../support/all-reports.js';
import { planOf, startSandboxTarget } from '../../../support/sandbox-target.js';
import { serve } from '../../../support/server.js';

const only = ['token-b2b2c/*', 'transaction/customer/*'];

test('plans exactly the requests and the codes that a conforming target then gets', async () => {
  const { sandbox, target } = await startSandboxTarget('customer', {
    transaction: true,
    customer: true,
  });
  const plan = planOf([target], { only });
  const [forecast] = forecastRun(plan);
  expect([sandbox.requests, sandbox.codes]).toEqual([0, 0]);
  await run(plan);
  await sandbox.close();
  const codes = forecast?.checks.reduce((sum, check) => sum + check.codes, 0);
  expect([forecast?.requests, codes]).toEqual([sandbox.requests, sandbox.codes]);
  expect(codes).toBeGreaterThan(3);
});

test('targets of one run are each sent their own codes', async () => {
  // A target that knows no codes takes any, unless it knows it for another client's or an expired one.
  const started = await Promise.all(
    ['one', 'two', 'three', 'four'].map((name) =>
      startSandboxTarget(name, { faults: ['b2b2c-takes-unknown-codes'], customer: true }),
    ),
  );
  const spare = ['refuses-foreign-code', 'refuses-expired-code'];
  const result = await run(
    planOf(
      started.map(({ target }) => target),
      { only: spare.map((name) => `token-b2b2c/grants/${name}`) },
    ),
  );
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  for (const { checks } of result.targets)
    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
});

test('without a customer nothing of it is tested, and nothing fails', async () => {
  const { sandbox, target } = await startSandboxTarget('none', { transaction: true });
  const result = await run(planOf([target], { only }));
  await sandbox.close();
  const [found] = result.targets;
  expect(found?.checks.every(({ outcome }) => outcome === 'untested')).toBe(true);
  expect(found?.checks[0]?.message).toContain('no customer in the config');
  expect(sandbox.requests).toBe(0);
});

test('a list that runs out leaves what needs another code untested, and fails nothing', async () => {
  const { sandbox, target } = await startSandboxTarget('short', { customer: true });
  const { url } = target.customer?.authCodes as { url: string };
  const { authCode } = (await (await fetch(url, { method: 'POST' })).json()) as {
    authCode: string;
  };
  if (target.customer) target.customer.authCodes = { codes: [authCode] };
  const result = await run(planOf([target], { only: ['token-b2b2c/*'] }));
  await sandbox.close();
  const checks = result.targets[0]?.checks ?? [];
  const of = (name: string) => checks.find(({ id }) => id.endsWith(name));
  expect(of('grants/refuses-foreign-code')).toMatchObject({
    outcome: 'untested',
    message: 'no more authorization codes: customer.authCodes lists 1',
  });
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(of('body/rejects-missing-auth-code')?.outcome).toBe('passed');
});

test('no report holds a code or a refresh token, wherever a target repeats them', async () => {
  const told: string[] = [];
  const tell = (name: string) => {
    const secret = `${name}-${randomBytes(24).toString('base64url')}`;
    told.push(secret);
    return secret;
  };
  const codes = Array.from({ length: 9 }, () => tell('code'));
  const { url } = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const granted = codes.some((code) => Buffer.concat(chunks).includes(code));
    response.statusCode = granted ? 200 : 401;
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('X-Debug', told.slice(-20).join(' '));
    const leak = { responseMessage: told.slice(-9).join(' '), note: { was: told.slice(0, 9) } };
    response.end(
      JSON.stringify(
        granted
          ? { ...leak, accessToken: tell('access'), refreshToken: tell('refresh') }
          : { ...leak, responseCode: '4017400' },
      ),
    );
  });
  const { sandbox, target } = await startSandboxTarget('gossip', { customer: true });
  await sandbox.close();
  const gossip = { ...target, baseUrl: url };
  if (gossip.customer) gossip.customer.authCodes = { codes };
  const result = await run(planOf([gossip], { only: ['token-b2b2c/*'], depth: 'quick' }));
  expect(result.targets[0]?.summary.failed).toBeGreaterThan(0);
  const texts = [...(await allReports(result)), renderSummary(result, { color: false })];
  expect(texts.join('')).toContain('[authorization code]');
  for (const text of texts)
    for (const secret of told) expect(text.includes(secret.slice(8)), secret).toBe(false);
});
