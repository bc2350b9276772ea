import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { snap } from '../cli/command.js';
import { sandbox, workspace } from '../cli/workspace.js';
import { testCredentials } from '../support/sandbox-target.js';

const example = join(packageRoot, 'examples', 'custom-suite');

/** The example, copied to where no package is installed, and a sandbox for it. */
async function copied() {
  const space = workspace();
  cpSync(example, space.path, { recursive: true });
  const [client] = await testCredentials();
  const server = await sandbox();
  const env = {
    SNAP_BASE_URL: server.url,
    SNAP_CLIENT_ID: client.clientId,
    SNAP_CLIENT_SECRET: client.clientSecret,
    SNAP_PRIVATE_KEY: space.write('client.pem', client.privateKey),
  };
  const run = (...args: string[]) =>
    snap(['run', '--depth', 'quick', ...args], { cwd: space.path, env });
  const change = (file: string, from: string, to: string) => {
    const path = join(space.path, file);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(from);
    writeFileSync(path, before.replace(from, to));
  };
  return { ...space, run, change, server };
}

const only = ['--only', 'token-b2b/house-rules/*,token-b2b/response/status'];

describe('suites of the user', () => {
  it('run alongside the shipped ones, with requirements that the reports show', async () => {
    const { run, result, read } = await copied();
    const { status, stderr } = await run(...only);
    expect(status, stderr).toBe(0);
    const [target] = result().targets;
    expect(target?.checks.map(({ id, level, outcome }) => [id, level, outcome])).toEqual([
      ['token-b2b/response/status', 'MUST', 'passed'],
      ['token-b2b/house-rules/accepts-trace-context', 'MUST', 'passed'],
      // The sandbox keeps to the standard, which says nothing about this.
      ['token-b2b/house-rules/refuses-foreign-origin', 'SHOULD', 'failed'],
    ]);
    const failed = target?.checks.at(-1);
    expect(failed?.message).toContain('it comes from a page');
    expect(failed?.sources).toContain('House rules of the platform, section 7');
    expect(failed?.replay).toContain('token-b2b/house-rules/refuses-foreign-origin');
    expect(result().requirements.map(({ title }) => title)).toContain(
      "A request from a browser's page is refused",
    );
    for (const report of ['report.html', 'junit.xml'])
      expect(read(`snap-report/${report}`)).toContain(
        'token-b2b/house-rules/refuses-foreign-origin',
      );
  });

  it('count for the verdict, in JavaScript and from a folder too', async () => {
    const { run, result, change, write, read, path } = await copied();
    write('mine/house-rules.suite.mjs', read('house-rules.suite.ts'));
    write(
      'mine/house-rules.yaml',
      read('house-rules.yaml')
        .replace('level: SHOULD', 'level: MUST')
        .replace('word: should', 'word: must'),
    );
    rmSync(join(path, 'house-rules.suite.ts'));
    change('snap.config.yaml', '[house-rules.suite.ts]', '[mine]');
    const { status, stderr } = await run(...only);
    expect(status, stderr).toBe(1);
    expect(result().targets[0]?.verdict).toBe('non-conformant');
  });

  it.for([
    ['snap.config.yaml', '[house-rules.suite.ts]', '[none.suite.ts]', 'no such file or folder'],
    ['snap.config.yaml', '[house-rules.suite.ts]', '[house-rules.yaml]', 'that is no suite'],
    ['house-rules.yaml', 'level: MUST', 'level: MUSST', '"MUSST" is not one of the allowed'],
    [
      'house-rules.yaml',
      'token-b2b/house-rules',
      'token/house-rules',
      'there is no service "token"',
    ],
    ['house-rules.suite.ts', "accepts('accepts-", "accepts('takes-", 'has no requirement'],
    ['house-rules.yaml', 'name: accepts-', 'name: takes-', 'has no requirement'],
    ['house-rules.suite.ts', 'area(tokenB2b', 'area(nothing', 'nothing is not defined'],
    ['house-rules.suite.ts', 'export const', 'const', 'the suite exports no area'],
  ] as const)('that are wrong end with 2: %s, %s → %s', async ([file, from, to, said]) => {
    const { run, change, server } = await copied();
    change(file, from, to);
    const { status, stderr } = await run(...only);
    expect(status, stderr).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(server.requests).toBe(0);
  });

  it('from before checks were values are told the line to write', async () => {
    const { run, change } = await copied();
    change('house-rules.suite.ts', 'export const houseRules = area(', 'suite(');
    change('house-rules.suite.ts', 'accepts, area,', 'accepts, suite,');
    const { status, stderr } = await run(...only);
    expect(status, stderr).toBe(2);
    expect(stderr).toMatch(/suite\(\) is gone.*\n  at .*house-rules\.suite\.ts\n/);
    expect(stderr).toContain("export const houseRules = area(SERVICE, 'house-rules', [ … ])");
  });
});
