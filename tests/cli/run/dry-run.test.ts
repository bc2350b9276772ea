import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { serveForwarding } from '../../support/forwarder.js';
import { startSandboxTarget } from '../../support/sandbox-target.js';
import { serve } from '../../support/server.js';
import { snap } from '../command.js';
import { sandboxWorkspace, targetConfig, workspace } from '../workspace.js';

/** How many requests a dry run counts for each target. */
function totals(stdout: string): number[] {
  return [...stdout.matchAll(/in all +\d+ +(\d+)$/gm)].map(([, count]) => Number(count));
}

it('sends nothing, writes nothing, and says what would be sent', async () => {
  let requests = 0;
  const { url } = await serve((_, response) => {
    requests += 1;
    response.end();
  });
  const space = workspace();
  const targets = [
    await targetConfig(url, { name: 'bank', limits: { rate: 2, maxRequests: 300 } }),
    await targetConfig(url, {
      name: 'gateway',
      profile: 'doku',
      customer: { authCodes: ['a-code', 'another-code'] },
    }),
  ];
  space.write('snap.config.json', JSON.stringify({ targets }));
  const { status, stdout } = await snap(['run', '--dry-run'], { cwd: space.path });
  expect(status).toBe(0);
  expect(requests).toBe(0);
  expect(existsSync(join(space.path, 'snap-report'))).toBe(false);
  expect(stdout).toContain('Nothing was sent');
  expect(stdout).toContain(`bank: profile snap-bi, ${url}`);
  expect(stdout).toContain(`gateway: profile doku, ${url}`);
  expect(stdout).toMatch(/token-b2b\/timestamp +\d+ +\d{2,}$/m);
  expect(stdout).toContain('a run against a target that conforms sends');
  expect(stdout.match(/authorization codes used: \d+/g)).toHaveLength(1);
  const [bank = 0, gateway = 0] = totals(stdout);
  // The budget makes each check do less, so that all of them fit in.
  expect(bank).toBeLessThanOrEqual(300);
  expect(bank).toBeGreaterThan(250);
  expect(gateway).toBeGreaterThan(1000);
  expect(stdout).toContain(`at 2 requests a second: at least ${Math.ceil(bank / 2)} s`);
});

it('says so if a budget is too small, and sends nothing', async () => {
  const space = await sandboxWorkspace();
  const args = ['run', '--dry-run', '--max-requests', '20'];
  const { status, stderr } = await snap(args, { cwd: space.path });
  expect(status).toBe(2);
  expect(stderr).toMatch(/a budget of 20 requests is too small for bank: .* need at least \d+/);
  expect(space.sandbox.requests).toBe(0);
});

// What tests/engine/run/forecast.test.ts holds at each depth, as the command prints it.
it('plans exactly what a run then sends to a target that conforms', async () => {
  const space = workspace();
  const started = await Promise.all(
    ['snap-bi', 'doku', 'ayolinx'].map(async (profile) => {
      const { sandbox, target } = await startSandboxTarget(profile, {
        profile,
        transaction: { expiredToken: 'a-token-that-was-good-some-days-ago' },
      });
      onTestFinished(() => sandbox.close());
      const { transaction } = target;
      const changes = { name: profile, profile, ...(transaction && { transaction }) };
      return { sandbox, target: await targetConfig(sandbox.url, changes) };
    }),
  );
  const sent = () => started.map(({ sandbox }) => sandbox.requests);
  const targets = started.map(({ target }) => target);
  space.write('snap.config.json', JSON.stringify({ targets }));
  const args = ['run', '--depth', 'quick', '--seed', '7'];
  const { stdout } = await snap([...args, '--dry-run'], { cwd: space.path });
  expect(sent()).toEqual([0, 0, 0]);
  const planned = totals(stdout);
  const { status } = await snap(args, { cwd: space.path });
  expect(status).toBe(0);
  expect(planned).toEqual(sent());
  expect(space.result().targets.map(({ stats }) => stats.requests)).toEqual(sent());
});

it('counts the checks that were chosen', async () => {
  const space = await sandboxWorkspace();
  const { stdout } = await snap(
    ['run', '--dry-run', '--only', 'token-b2b/timestamp/rejects-*', '--skip', '*/rejects-epoch'],
    { cwd: space.path },
  );
  const { stdout: listed } = await snap(
    ['list', '--only', 'token-b2b/timestamp/rejects-*', '--skip', '*/rejects-epoch'],
    { cwd: space.path },
  );
  const count = listed.trimEnd().split('\n').length;
  expect(count).toBeGreaterThan(5);
  expect(stdout).toMatch(new RegExp(`in all +${count} `));
});

it('says what a property that fails adds at most', async () => {
  const space = await sandboxWorkspace();
  const added = async (only: string) => {
    const args = ['run', '--dry-run', '--depth', 'quick', '--only', only];
    const { stdout } = await snap(args, { cwd: space.path });
    return /^  up to .*$/m.exec(stdout)?.[0];
  };
  expect(
    await added('token-b2b/signature/refuses-bit-flip,token-b2b/signature/refuses-random-bytes'),
  ).toBe(
    '  up to 40 more for each of its 2 properties that fails, to find a smaller counterexample',
  );
  expect(await added('token-b2b/signature/refuses-bit-flip')).toBe(
    '  up to 40 more if its property fails, to find a smaller counterexample',
  );
  expect(await added('token-b2b/errors/shape')).toBeUndefined();
});

it('says exactly how often the transaction is called', async () => {
  const space = workspace();
  const { sandbox, target } = await startSandboxTarget('bank', { transaction: true });
  onTestFinished(() => sandbox.close());
  const { url, asked } = await serveForwarding(sandbox.url);
  const { transaction } = target;
  if (!transaction) throw new Error('the sandbox has a transaction');
  const config = { targets: [await targetConfig(url, { transaction })] };
  space.write('snap.config.json', JSON.stringify(config));
  const args = ['run', '--seed', '7', '--depth', 'quick'];
  const { stdout } = await snap([...args, '--dry-run'], { cwd: space.path });
  expect(asked).toEqual([]);
  await snap(args, { cwd: space.path });
  const calls = asked.filter((line) => line.startsWith('POST /v1.0/balance-inquiry')).length;
  expect(calls).toBeGreaterThan(1);
  const line = `${calls} calls of POST /v1.0/balance-inquiry (service 11), `;
  const [, carriedOut] = stdout.split(line);
  expect(carriedOut).toMatch(/^\d+ carried out\n/);
  expect(Number.parseInt(carriedOut ?? '', 10)).toBeLessThan(calls);
});

it('names no transaction if none of its checks is chosen', async () => {
  const space = workspace();
  const transaction = { serviceCode: '11', method: 'POST', path: '/v1.0/balance-inquiry' } as const;
  const targets = [await targetConfig('http://127.0.0.1:9', { transaction })];
  space.write('snap.config.json', JSON.stringify({ targets }));
  const args = ['run', '--dry-run', '--only', 'token-b2b/*'];
  const { stdout } = await snap(args, { cwd: space.path });
  expect(stdout).not.toContain('balance-inquiry');
});
