import { expect, it } from 'vitest';
import type { CheckResult } from '../../../schemas/generated/result.js';
import { main, snap, startProgram } from '../command.js';
import { failedChecks, sandbox, sandboxWorkspace, targetConfig, workspace } from '../workspace.js';

const rendering = 'token-b2b/body/accepts-any-rendering';

/** Runs a command line as a person who copies it does: through the shell, with the command on the PATH. */
async function throughShell(line: string, space: ReturnType<typeof workspace>) {
  const wrapper = `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`;
  const file = space.write('bin/snap-conformance', wrapper);
  const { ended } = startProgram('sh', ['-c', `chmod +x '${file}' && ${line}`], {
    cwd: space.path,
    env: { PATH: `${space.path}/bin:${process.env['PATH']}` },
  });
  return ended;
}

function onlyFailure(checks: CheckResult[]): CheckResult & { replay: string } {
  expect(checks).toHaveLength(1);
  const [check] = checks;
  if (check?.replay === undefined) throw new Error('a failed check says how to replay it');
  return { ...check, replay: check.replay };
}

it('fails the same check with the same counterexample', async () => {
  const space = await sandboxWorkspace('searches-body-for-grant-type');
  const first = await snap(['run', '--only', 'token-b2b/body/*', '--seed', '9'], {
    cwd: space.path,
  });
  const { replay, counterexample } = onlyFailure(failedChecks(space.result()));
  expect(counterexample?.value).toBeTypeOf('string');
  expect(first.stdout).toContain(replay);
  expect(replay).toBe(
    `snap-conformance run --target bank --only ${rendering} --seed 9 --depth standard`,
  );

  const second = await throughShell(`${replay} --out replayed`, space);
  expect(second.status).toBe(1);
  const again = onlyFailure(failedChecks(space.result('replayed')));
  expect(again.id).toBe(rendering);
  expect(again.counterexample).toEqual(counterexample);
});

it('names the check whose probes showed it, if that is another one', async () => {
  const space = await sandboxWorkspace('impossible-date-breaks-it');
  const only = 'token-b2b/timestamp/rejects-impossible-*,token-b2b/errors/no-5xx';
  await snap(['run', '--only', only, '--seed', '9'], { cwd: space.path });
  const { id, replay } = onlyFailure(failedChecks(space.result()));
  expect(id).toBe('token-b2b/errors/no-5xx');
  expect(replay).toMatch(
    /--only token-b2b\/errors\/no-5xx,token-b2b\/timestamp\/rejects-impossible-\w+ /,
  );
  const again = await throughShell(`${replay} --out replayed`, space);
  expect(again.status).toBe(1);
  expect(onlyFailure(failedChecks(space.result('replayed'))).id).toBe(id);
});

it('prints a seed that was chosen at random, and that leads to the same inputs', async () => {
  const space = await sandboxWorkspace('searches-body-for-grant-type');
  const { stderr } = await snap(['run', '--only', rendering], { cwd: space.path });
  const seed = /seed (\d+)/.exec(stderr)?.[1];
  expect(seed).toBe(String(space.result().run.seed));
  const { counterexample, replay } = onlyFailure(failedChecks(space.result()));
  expect(replay).toContain(`--seed ${seed} `);
  await snap(['run', '--only', rendering, '--seed', String(seed)], { cwd: space.path });
  expect(onlyFailure(failedChecks(space.result())).counterexample).toEqual(counterexample);
});

it('names a config that is not the default one, and the limits that were asked for', async () => {
  const space = workspace();
  const server = await sandbox('searches-body-for-grant-type');
  const target = await targetConfig(server.url, { name: "the bank's sandbox" });
  space.write("configs/o'clock.json", JSON.stringify({ targets: [target] }));
  await snap(
    [
      ...['run', '--config', "configs/o'clock.json", '--only', rendering, '--seed', '9'],
      ...['--rate', '5000', '--concurrency', '2', '--depth', 'quick', '--strict'],
    ],
    { cwd: space.path },
  );
  const { replay } = onlyFailure(failedChecks(space.result()));
  expect(replay).toContain('--rate 5000 --concurrency 2 --strict');
  const again = await throughShell(replay, space);
  expect(again.status).toBe(1);
  expect(space.result().targets[0]?.name).toBe("the bank's sandbox");
});

it('works for a target given by flags', async () => {
  const space = workspace();
  const server = await sandbox('searches-body-for-grant-type');
  const { client } = await targetConfig(server.url);
  space.write('client.pem', client.privateKey as string);
  const flags = [
    ...['--profile', 'snap-bi', '--base-url', server.url],
    ...['--client-id', client.clientId, '--private-key', 'client.pem'],
  ];
  const { status } = await snap(['run', ...flags, '--only', rendering], { cwd: space.path });
  expect(status).toBe(1);
  const { replay, counterexample } = onlyFailure(failedChecks(space.result()));
  expect(space.result().targets[0]?.name).toBe(new URL(server.url).host);
  const again = await throughShell(replay, space);
  expect(again.status).toBe(1);
  expect(onlyFailure(failedChecks(space.result())).counterexample).toEqual(counterexample);
});
