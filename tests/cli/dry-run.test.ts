import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve } from '../support/server.js';
import { snap } from './command.js';
import { sandboxWorkspace, targetConfig, workspace } from './workspace.js';

it('sends nothing, writes nothing, and says what would be sent', async () => {
  let requests = 0;
  const { url } = await serve((_, response) => {
    requests += 1;
    response.end();
  });
  const space = workspace();
  const targets = [
    await targetConfig(url, { name: 'bank', limits: { rate: 2, maxRequests: 20 } }),
    await targetConfig(url, { name: 'gateway', profile: 'doku' }),
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
  expect(stdout).toContain('at 2 requests a second: 10 s at the least');
  expect(stdout).toContain('the limit of 20 requests comes first');
});

it('plans at least as many requests as the run then sends', async () => {
  const space = await sandboxWorkspace();
  const args = ['run', '--depth', 'quick', '--seed', '7'];
  const { stdout } = await snap([...args, '--dry-run'], { cwd: space.path });
  const planned = Number(/in all +\d+ +(\d+)$/m.exec(stdout)?.[1]);
  expect(space.sandbox.requests).toBe(0);
  await snap(args, { cwd: space.path });
  expect(space.sandbox.requests).toBeGreaterThan(0);
  expect(planned).toBeGreaterThanOrEqual(space.sandbox.requests);
  expect(space.result().targets[0]?.stats.requests).toBe(space.sandbox.requests);
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
