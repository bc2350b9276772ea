import { expect, it, onTestFinished } from 'vitest';
import { startSandboxTarget } from '../../support/sandbox-target.js';
import { snap } from '../command.js';
import { targetConfig, workspace } from '../workspace.js';

async function production(...faults: string[]) {
  const space = workspace();
  const { sandbox } = await startSandboxTarget('bank', { faults });
  onTestFinished(() => sandbox.close());
  const target = await targetConfig(sandbox.url, { environment: 'production' });
  space.write('snap.config.json', JSON.stringify({ targets: [target] }));
  const run = (...args: string[]) => snap(args, { cwd: space.path });
  return { space, sandbox, run };
}

it('sends the control alone, and says in dry run and result that it does', async () => {
  const { space, sandbox, run } = await production();
  const said = 'environment: production: the control alone is sent, and what answers it is judged';
  const planned = await run('run', '--dry-run');
  expect(planned.stdout).toContain(`note: ${said}`);
  expect(planned.stdout).toMatch(/in all +\d+ +1$/m);
  expect(sandbox.requests).toBe(0);
  const { status } = await run('run', '--quiet', '--max-requests', '1');
  expect(status).toBe(0);
  expect(sandbox.requests).toBe(1);
  expect(space.result().targets[0]?.notes).toContain(said);
});

it('makes what --allow-production names, and asks for it again in a replay', async () => {
  const { space, run } = await production('expiry-in-milliseconds');
  const { status } = await run('run', '--allow-production', 'token-b2b/timestamp/*,tag:body');
  expect(status).toBe(0);
  expect(space.result().targets[0]?.notes).toEqual([
    'environment: production: besides the control, --allow-production lets token-b2b/timestamp/*, tag:body be sent',
  ]);
  const failed = space.result().targets[0]?.checks.find(({ outcome }) => outcome === 'failed');
  expect(failed?.replay).toContain(" --allow-production 'token-b2b/timestamp/*,tag:body' ");
});

it('refuses an --allow-production that matches no check', async () => {
  const { sandbox, run } = await production();
  const { status, stderr } = await run('run', '--allow-production', 'token-b2b/timestmp/*');
  expect(status).toBe(2);
  expect(stderr).toContain('no check matches --allow-production token-b2b/timestmp/*');
  expect(sandbox.requests).toBe(0);
});

it('is left alone by detect, and asked once by doctor', async () => {
  const { sandbox, run } = await production();
  const { status, stderr } = await run('detect');
  expect(status).toBe(2);
  expect(stderr).toContain('bank is in production, and detect sends requests that must be refused');
  expect(sandbox.requests).toBe(0);
  expect((await run('doctor')).status).toBe(0);
  expect(sandbox.requests).toBe(1);
});
