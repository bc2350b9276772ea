import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snap, start } from '../command.js';
import { sandboxWorkspace, type Workspace, workspace } from '../workspace.js';

const journals = (space: Workspace, folder = 'snap-report') =>
  readdirSync(join(space.path, folder)).filter((name) => name.startsWith('journal-'));

/** Kills a run once it has told of a check. */
async function killed(space: Workspace, ...args: string[]): Promise<void> {
  const { child, ended } = start(['run', '--verbose', ...args], { cwd: space.path });
  child.stderr.on('data', (data) => {
    if (/\(\d+ ms, /.test(String(data))) child.kill('SIGKILL');
  });
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
}

describe('report --recover', () => {
  test('makes every format, marked, in the folder of the journal or another one', async () => {
    const space = await sandboxWorkspace();
    await killed(space);
    const [journal = ''] = journals(space);
    const reporters = 'json,html,junit,sarif,ctrf,markdown,github,xlsx,form-xlsx,form-docx';
    const elsewhere = ['--reporter', reporters, '--out', 'again'];
    const { status, stdout } = await snap(['report', '--recover', 'snap-report', ...elsewhere], {
      cwd: space.path,
    });
    expect(status).toBe(130);
    const said = 'The run was killed, and this was recovered from its journal: ';
    expect(stdout).toContain(`! ${said}`);
    expect(stdout).toContain('::warning title=Recovered::');
    for (const file of ['report.html', 'junit.xml', 'summary.md'])
      expect(space.read(`again/${file}`)).toContain(said);
    for (const file of ['result.json', 'results.sarif', 'ctrf.json'])
      expect(JSON.stringify(JSON.parse(space.read(`again/${file}`)))).toContain(
        '"recovered":{"checks"',
      );
    expect(space.read('again/results.sarif')).toContain('snap.config.json');
    // Only what lies next to it makes it needless.
    expect(journals(space)).toEqual([journal]);
    const here = await snap(['report', '--recover', `snap-report/${journal}`], { cwd: space.path });
    expect(here.status).toBe(130);
    expect(readdirSync(join(space.path, 'snap-report')).sort()).toEqual([
      'junit.xml',
      'report.html',
      'result.json',
    ]);
  });

  test('a later run into the folder says that a journal is there, and leaves it; its command works', async () => {
    const space = await sandboxWorkspace();
    await killed(space);
    const [journal = ''] = journals(space);
    const only = ['--only', 'token-b2b/response/status', '--quiet'];
    const { status, stderr } = await snap(['run', ...only], { cwd: space.path });
    expect(status).toBe(0);
    expect(stderr).toContain(
      `snap-report/${journal} is the journal of an earlier run that did not end`,
    );
    expect(journals(space)).toEqual([journal]);
    const [, command = ''] = /reports: snap-conformance (.*) DIR\n/.exec(stderr) ?? [];
    const recovered = await snap([...command.split(' '), 'earlier'], { cwd: space.path });
    expect(recovered.status).toBe(130);
    expect(space.result('earlier').run.recovered?.checks).toBeGreaterThan(0);
  });

  test('of several journals takes the newest, and names the others', async () => {
    const space = await sandboxWorkspace();
    await killed(space, '--only', 'token-b2b/timestamp/*');
    const [first = ''] = journals(space);
    await killed(space, '--only', 'token-b2b/headers/*');
    const { stderr } = await snap(['report', '--recover', 'snap-report'], { cwd: space.path });
    expect(stderr).toContain('holds 2 journals; this is the newest');
    expect(stderr).toContain(`The others stay: snap-report/${first}.`);
    expect(space.result().targets[0]?.basis?.only).toEqual(['token-b2b/headers/*']);
    expect(journals(space)).toEqual([first]);
  });

  test('what cannot be recovered is one error with a way out', async () => {
    const space = workspace();
    space.write('empty/.keep', '');
    space.write('foreign/journal-1.jsonl', 'anything\n');
    space.write('r.json', '{}');
    const ask = (...args: string[]) => snap(['report', ...args], { cwd: space.path });
    for (const [args, said] of [
      [['--recover', 'nowhere'], "can't read the journal: there is no such folder\n  at nowhere\n"],
      [['--recover', 'empty'], 'there is no journal of a run that did not end\n  at empty\n'],
      [['--recover', 'foreign'], 'this line is not JSON\n  at foreign/journal-1.jsonl:1\n'],
      [['--recover', 'foreign', 'r.json'], '--recover makes a result, and takes none\n'],
      [['--recover', 'foreign', '--verify', 'a'], 'cannot be used with'],
    ] as const) {
      const { status, stderr } = await ask(...args);
      expect(stderr).toContain(said);
      expect(status).toBe(2);
    }
  });
});

describe('reports of an earlier run', () => {
  const only = ['--only', 'token-b2b/response/status'];

  test('that a run does not write itself are named, and stay', async () => {
    const space = await sandboxWorkspace();
    const first = await snap(['run', ...only, '--reporter', 'json,sarif,badge'], {
      cwd: space.path,
    });
    expect(first.stderr).not.toContain('earlier run');
    const { stderr } = await snap(['run', ...only, '--reporter', 'json,junit'], {
      cwd: space.path,
    });
    expect(stderr).toContain(
      'snap-report/ also holds reports of an earlier run, which this one did not write: badge.json, badge.svg, results.sarif.\n',
    );
    expect(space.read('snap-report/results.sarif')).toContain('sarif');
  });

  test('are told from those of the same run that are written later', async () => {
    const space = await sandboxWorkspace();
    await snap(['run', ...only], { cwd: space.path });
    const html = ['report', 'snap-report/result.json', '--reporter', 'sarif'];
    const { stderr } = await snap(html, { cwd: space.path });
    expect(stderr).toBe('');
    await snap(['run', ...only, '--out', 'other'], { cwd: space.path });
    const mixed = await snap(['report', 'other/result.json', '--reporter', 'html'], {
      cwd: space.path,
    });
    expect(mixed.stderr).toContain(
      'of an earlier run, which this one did not write: junit.xml, result.json, results.sarif.',
    );
  });
});
