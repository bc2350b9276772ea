import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main, snap, startProgram } from '../command.js';
import { sandboxWorkspace } from '../workspace.js';

const escape = '\u001b[';
const failing = ['run', '--depth', 'quick', '--only', 'token-b2b/timestamp/rejects-epoch'];

describe('reports', () => {
  it('are written by default as JSON, HTML and JUnit, and named with their paths', async () => {
    const space = await sandboxWorkspace();
    const { stdout } = await snap(failing, { cwd: space.path });
    for (const file of ['result.json', 'report.html', 'junit.xml']) {
      expect(stdout).toContain(join('snap-report', file));
      expect(space.read(join('snap-report', file))).toContain('rejects-epoch');
    }
  });

  it('are those of --reporter, in the folder of --out', async () => {
    const space = await sandboxWorkspace();
    const args = [...failing, '--reporter', 'junit', '--out', 'a/b'];
    const { stdout } = await snap(args, { cwd: space.path });
    expect(stdout).toContain(join('a', 'b', 'junit.xml'));
    expect(existsSync(join(space.path, 'a/b/junit.xml'))).toBe(true);
    expect(existsSync(join(space.path, 'a/b/result.json'))).toBe(false);
    expect(existsSync(join(space.path, 'snap-report'))).toBe(false);
  });
});

describe('in a job of GitHub Actions', () => {
  it('annotates on demand, and lets no other line be a command', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const args = [...failing, '--reporter', 'github,markdown'];
    const { stdout } = await snap(args, { cwd: space.path, env: { GITHUB_ACTIONS: 'true' } });
    const [, word = ''] = /^::stop-commands::(\S+)$/m.exec(stdout) ?? [];
    const [before, said = '', after = ''] = stdout.split(
      new RegExp(`^::(?:stop-commands::)?${word}(?:::)?\n`, 'm'),
    );
    expect(before).toBe('');
    expect(said).toContain('bank: non-conformant');
    expect(said).toContain(join('snap-report', 'summary.md'));
    expect(after).toMatch(
      /^::error file=snap\.config\.json,title=bank%3A token-b2b\/timestamp\/rejects-epoch::[^\n]+\n$/,
    );
  });
});

describe('--quiet', () => {
  it('leaves only the verdict if all is well', async () => {
    const space = await sandboxWorkspace();
    const { stdout, stderr } = await snap([...failing, '--quiet'], { cwd: space.path });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^bank: conformant in the 1 of \d+ checks chosen\n$/);
  });

  it('leaves a line for each failure', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const { stdout, stderr, status } = await snap([...failing, '--quiet'], { cwd: space.path });
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^bank: non-conformant in the 1 of \d+ checks chosen\n {2}✖ token-b2b\/timestamp\/rejects-epoch: Epoch seconds and milliseconds are refused\n$/,
    );
  });
});

describe('colours', () => {
  it('go into a pipe only if FORCE_COLOR asks for them', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const piped = (env: Record<string, string>) =>
      snap(failing, { cwd: space.path, env: { TERM: 'xterm-256color', ...env } });
    const { stdout, stderr } = await piped({});
    expect(stdout).toContain('bank: non-conformant');
    expect(stdout + stderr).not.toContain(escape);
    expect((await piped({ FORCE_COLOR: '1' })).stdout).toContain(escape);
  });

  // util-linux' script gives a command a terminal.
  const script = process.platform === 'linux' && hasScript();
  if (!script && process.env['CI'] === 'true') throw new Error('script (util-linux) is missing');

  it.skipIf(!script)('go to a terminal, unless NO_COLOR is set', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const onTerminal = (env: Record<string, string>) =>
      startProgram(
        'script',
        ['-qec', [process.execPath, main, ...quoted(failing)].join(' '), '/dev/null'],
        {
          cwd: space.path,
          env: { TERM: 'xterm-256color', CI: 'true', ...env },
        },
      ).ended;
    const colored = await onTerminal({});
    expect(colored.stdout).toContain(`${escape}31m`);
    expect(colored.status).toBe(1);
    const plain = await onTerminal({ NO_COLOR: '1' });
    expect(plain.stdout).toContain('bank: non-conformant');
    expect(plain.stdout).not.toContain(escape);
  });

  it.skipIf(!script)('come with one live line of progress, which is gone at the end', async () => {
    const space = await sandboxWorkspace();
    const { stdout } = await startProgram(
      'script',
      ['-qec', [process.execPath, main, ...quoted(failing)].join(' '), '/dev/null'],
      { cwd: space.path, env: { TERM: 'xterm-256color' } },
    ).ended;
    expect(stdout).toContain('starting …');
    const [before] = stdout.split('bank: conformant');
    expect(before?.lastIndexOf('\r\u001b[2K')).toBeGreaterThan(before?.lastIndexOf('…') ?? 0);
  });
});

function hasScript(): boolean {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
}

function quoted(words: readonly string[]): string[] {
  return words.map((word) => `'${word}'`);
}
