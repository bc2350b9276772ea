import { expect, it } from 'vitest';
import { snap } from '../command.js';
import { sandboxWorkspace } from '../workspace.js';

it('shards a run into parts that together hold each check once', async () => {
  const space = await sandboxWorkspace();
  const ids = async (out: string, ...more: string[]) => {
    const args = ['run', '--depth', 'quick', '--only', '*/timestamp/*', '--out', out, ...more];
    const { status } = await snap(args, { cwd: space.path });
    expect(status).toBe(0);
    return space.result(out).targets[0]?.checks.map(({ id }) => id) ?? [];
  };
  const whole = await ids('whole');
  const one = await ids('one', '--shard', '1/2');
  const two = await ids('two', '--shard', '2/2');
  expect(one.length).toBeGreaterThan(0);
  expect(two.length).toBeGreaterThan(0);
  expect([...one, ...two].sort()).toEqual([...whole].sort());
});

it('takes --only and --skip several times and with commas, and one target of several', async () => {
  const space = await sandboxWorkspace();
  const { targets } = JSON.parse(space.read('snap.config.json')) as { targets: object[] };
  const two = { targets: [...targets, { ...targets[0], name: 'twin' }] };
  space.write('snap.config.json', JSON.stringify(two));
  const { status } = await snap(
    [
      ...['run', '--depth', 'quick', '--target', 'twin'],
      ...['--only', '*b/*/rejects-epoch,*b/*/rejects-garbage', '--only', '*b/*/status'],
      ...['--skip', '*-garbage'],
    ],
    { cwd: space.path },
  );
  expect(status).toBe(0);
  const result = space.result();
  expect(result.targets.map(({ name }) => name)).toEqual(['twin']);
  expect(result.targets[0]?.checks.map(({ id }) => id).sort()).toEqual([
    'token-b2b/response/status',
    'token-b2b/timestamp/rejects-epoch',
  ]);
});

it('never sends more than --max-requests: refuses what is too little, and fits into what is enough', async () => {
  const space = await sandboxWorkspace();
  const run = (budget: string) =>
    snap(['run', '--only', '*/timestamp/*', '--max-requests', budget], { cwd: space.path });
  const refused = await run('9');
  expect(refused.status).toBe(2);
  expect(space.sandbox.requests).toBe(0);
  const [, least = ''] = /need at least (\d+)/.exec(refused.stderr) ?? [];
  const { status } = await run(least);
  expect(status).toBe(0);
  expect(space.sandbox.requests).toBe(Number(least));
  expect(space.result().targets[0]?.verdict).toBe('conformant');
});
