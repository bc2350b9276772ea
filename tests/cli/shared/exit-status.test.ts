import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import type { Verdict } from '../../../schemas/generated/result.js';
import { exitStatusOf } from '../../../src/cli/shared/exit-status.js';
import { closedUrl, serve } from '../../support/server.js';
import { snap, start } from '../command.js';
import { failedChecks, sandboxWorkspace, targetConfig, workspace } from '../workspace.js';

const epoch = 'token-b2b/timestamp/rejects-epoch';

describe('exit status', () => {
  it('is 0 for a conformant target', async () => {
    const space = await sandboxWorkspace();
    const { status, stdout } = await snap(['run', '--depth', 'quick'], { cwd: space.path });
    expect(stdout).toContain('bank: conformant');
    expect(status).toBe(0);
    const [target] = space.result().targets;
    expect(target?.verdict).toBe('conformant');
    expect(target?.summary.passed).toBeGreaterThan(100);
    expect(space.sandbox.requests).toBeGreaterThan(100);
  });

  it('is 1 for a target that breaks a MUST, and names the requirement', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const { status, stdout } = await snap(
      ['run', '--depth', 'quick', '--only', 'token-b2b/timestamp/*'],
      { cwd: space.path },
    );
    expect(status).toBe(1);
    expect(stdout).toContain('bank: non-conformant');
    expect(stdout).toContain(epoch);
    expect(failedChecks(space.result()).map(({ id }) => id)).toEqual([epoch]);
  });

  it('is 0 for a warning, and 1 for it under --strict', async () => {
    const space = await sandboxWorkspace('jakarta-time-only');
    // A MUST that passes besides: of a warning alone nothing follows.
    const only = 'token-b2b/timestamp/accepts-any-offset,token-b2b/response/status';
    const args = ['run', '--seed', '1', '--only', only];
    const lenient = await snap(args, { cwd: space.path });
    expect(lenient.status).toBe(0);
    expect(space.result().targets[0]?.summary.warnings).toBe(1);
    const strict = await snap([...args, '--strict'], { cwd: space.path });
    expect(strict.status).toBe(1);
    expect(space.result().targets[0]?.verdict).toBe('non-conformant');
  });

  it('is 3 for a closed port, with the cause in words', async () => {
    const space = workspace();
    const target = await targetConfig(await closedUrl());
    space.write('snap.config.json', JSON.stringify({ targets: [target] }));
    const { status, stdout } = await snap(['run', '--only', epoch], { cwd: space.path });
    expect(status).toBe(3);
    expect(stdout).toContain('bank: inconclusive');
    expect(stdout).toContain('nothing accepts connections at');
    expect(stdout).toContain('no server is running at');
  });

  it('is 3 for a server that is always unavailable', async () => {
    const { url } = await serve((_, response) => response.writeHead(503).end());
    const space = workspace();
    const target = await targetConfig(url);
    space.write('snap.config.json', JSON.stringify({ targets: [target] }));
    const { status, stdout } = await snap(['run', '--only', epoch], { cwd: space.path });
    expect(status).toBe(3);
    expect(stdout).toContain('503');
  });

  it('is 1 if one target is non-conformant and another one inconclusive', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const targets = [
      await targetConfig(await closedUrl(), { name: 'closed' }),
      await targetConfig(space.sandbox.url),
    ];
    space.write('snap.config.json', JSON.stringify({ targets }));
    const { status, stdout } = await snap(['run', '--only', epoch], { cwd: space.path });
    expect(status).toBe(1);
    expect(stdout).toContain('closed: inconclusive');
    expect(stdout).toContain('bank: non-conformant');
  });

  it('is 3 if the command itself crashes, without a stack trace', async () => {
    const space = workspace();
    const broken = 'String.prototype.padEnd = () => { throw new Error("this was not foreseen"); }';
    space.write('broken.mjs', broken);
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(join(space.path, 'broken.mjs')).href}` };
    const { status, stderr } = await start(['list'], { cwd: space.path, env }).ended;
    expect(status).toBe(3);
    expect(stderr).toContain('snap-conformance crashed, please report it: this was not foreseen');
    expect(stderr).not.toMatch(/^ {4}at /m);
    const where = { cwd: space.path, env: { ...env, DEBUG: '1' } };
    expect((await start(['list'], where).ended).stderr).toMatch(/^ {4}at /m);
  });

  it('is 3 if the result can not be written, which is no crash', async () => {
    const space = await sandboxWorkspace();
    space.write('snap-report/result.json/file', '');
    const args = ['run', '--only', epoch, '--depth', 'quick'];
    const { status, stderr, stdout } = await snap(args, { cwd: space.path });
    expect(status).toBe(3);
    // The findings aren't lost: they are printed, and written in the other formats.
    expect(stdout).toContain('bank: conformant');
    expect(space.read('snap-report/junit.xml')).toContain('rejects-epoch');
    expect(stderr).toContain('result.json');
    expect(stderr).not.toContain('crashed');
  });
});

test.for([
  [{ stale: 0, expired: 0 }, 0],
  [{ stale: 1, expired: 0 }, 1],
  [{ stale: 0, expired: 1 }, 1],
] as const)('a baseline with %o: exit status %i', ([counts, status]) => {
  const entry = { target: 'bank', check: epoch, message: 'the check passes now' };
  const entries = (count: number) => Array.from({ length: count }, () => entry);
  const baseline = {
    file: 'b.yaml',
    stale: entries(counts.stale),
    expired: entries(counts.expired),
  };
  const targets = [{ verdict: 'conformant' }] as const;
  expect(exitStatusOf({ run: { interrupted: false, baseline }, targets })).toBe(status);
});

test.for<[Verdict[], boolean, number]>([
  [['conformant', 'conformant'], false, 0],
  [['conformant', 'inconclusive'], false, 3],
  [['inconclusive', 'non-conformant'], false, 1],
  [['conformant', 'non-conformant'], false, 1],
  [['non-conformant'], true, 130],
])('verdicts %s, interrupted %s: exit status %i', ([verdicts, interrupted, status]) => {
  const targets = verdicts.map((verdict) => ({ verdict }));
  expect(exitStatusOf({ run: { interrupted }, targets })).toBe(status);
});
