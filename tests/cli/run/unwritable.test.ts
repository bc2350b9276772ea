import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main, snap, startProgram } from '../command.js';
import { sandboxWorkspace } from '../workspace.js';

const only = ['--only', 'token-b2b/timestamp/rejects-e*,token-b2b/response/status'];

/** Runs the command where no file can grow beyond so many kilobytes, as on a disk that is full. */
async function withLimit(kilobytes: number, args: readonly string[], cwd: string) {
  const limited = `ulimit -f ${kilobytes}; exec "$@"`;
  const command = ['-c', limited, 'bash', process.execPath, main, ...args];
  return startProgram('bash', command, { cwd }).ended;
}

describe('where files can grow no more', () => {
  test('a report that has no room is one error with the cause, what was saved, and the way to the rest', async () => {
    const space = await sandboxWorkspace();
    const { status, stderr, stdout } = await withLimit(60, ['run', ...only], space.path);
    expect(stderr).toContain(
      'Not all reports could be written to snap-report/\n  not written: html: the file would be larger than is allowed (EFBIG)\n  saved: snap-report/result.json, snap-report/junit.xml, and the journal of the run, snap-report/journal-',
    );
    expect(stderr).not.toMatch(/crashed|at .*\.js:\d/);
    expect(stdout).toContain('bank: conformant');
    // The result is saved, so its verdict stands.
    expect(status).toBe(0);
    expect(space.result().run).not.toHaveProperty('recovered');
    const [, remedy = ''] = /this writes them: snap-conformance (.*)\n/.exec(stderr) ?? [];
    const again = await snap(remedy.split(' '), { cwd: space.path });
    expect(again.status).toBe(0);
    expect(readdirSync(join(space.path, 'snap-report')).sort()).toEqual([
      'junit.xml',
      'report.html',
      'result.json',
    ]);
    expect(space.result().run.recovered).toEqual({ checks: 2 });
  });

  test('a baseline that has no room stays as it was, and the run is judged by it; the reports are written', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const baseline = `known: []\n${`# ${'x'.repeat(98)}\n`.repeat(40_000)}`;
    space.write('snap-baseline.yaml', baseline);
    const args = ['run', '--update-baseline', ...only];
    const { status, stderr } = await withLimit(3000, args, space.path);
    expect(stderr).toContain(
      'snap-baseline.yaml could not be written: the file would be larger than is allowed (EFBIG); it stays as it was, and the run is judged by that\n',
    );
    expect(space.read('snap-baseline.yaml') === baseline).toBe(true);
    expect(status).toBe(1);
    expect(space.result().targets[0]?.verdict).toBe('non-conformant');
    expect(readdirSync(space.path).sort()).toEqual([
      'snap-baseline.yaml',
      'snap-report',
      'snap.config.json',
    ]);
  });

  test('no room for the beginning of a journal: nothing is sent', async () => {
    const space = await sandboxWorkspace();
    const { status, stderr } = await withLimit(1, ['run', ...only], space.path);
    expect(status).toBe(2);
    expect(stderr).toContain("can't write there: the file would be larger than is allowed (EFBIG)");
    expect(stderr).toContain('--out DIR');
    expect(space.sandbox.requests).toBe(0);
    expect(readdirSync(join(space.path, 'snap-report'))).toEqual([]);
  });

  test('a journal that has no more room is said, and the run goes on', async () => {
    const space = await sandboxWorkspace();
    const args = ['run', '--depth', 'quick', '--reporter', 'json,badge'];
    const { status, stderr } = await withLimit(900, args, space.path);
    expect(stderr).toContain("The journal of the run can't be written any more");
    // The result has no room either, and the journal has a part of it.
    expect(status).toBe(3);
    expect(stderr).toContain(
      'badge.json, and a part of what was found, in the journal snap-report/',
    );
    const recovered = await snap(['report', '--recover', 'snap-report', '--reporter', 'json'], {
      cwd: space.path,
    });
    expect(recovered.stderr).toContain('the last line was cut off');
    expect(recovered.status).toBe(130);
    expect(existsSync(join(space.path, 'snap-report/badge.svg'))).toBe(true);
  });
});

test('an attestation that cannot be written is an error of its own; the reports are there', async () => {
  const space = await sandboxWorkspace();
  await snap(['run', ...only, '--reporter', 'json'], { cwd: space.path });
  execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', join(space.path, 'a.pem')]);
  space.write('signed/attestation.intoto.json/taken', '');
  const args = ['report', 'snap-report/result.json', '--attest', 'a.pem', '--out', 'signed'];
  const { status, stderr } = await snap(args, { cwd: space.path });
  expect(stderr).toContain('  not written: attestation: that is a folder (EISDIR)\n  saved: ');
  expect(status).toBe(0);
  expect(existsSync(join(space.path, 'signed/junit.xml'))).toBe(true);
});
