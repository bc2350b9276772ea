import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, type Packed, pack } from '../support/packed.js';
import { type Ended, startProgram } from './command.js';
import { failedChecks, type Workspace, workspace } from './workspace.js';

let packed: Packed;

beforeAll(() => {
  packed = pack();
});

afterAll(() => packed.remove());

/** An empty project that has the package installed, and nothing that the package can do without. */
function project(): Workspace {
  const space = workspace();
  install(packed, space.path);
  space.write('package.json', '{ "name": "consumer", "private": true, "type": "module" }');
  return space;
}

describe('the tarball', () => {
  const paths = () => packed.paths;

  it('holds what a user needs', () => {
    expect(paths()).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'dist/command/main.js',
        'dist/src/index.js',
        'dist/src/index.d.ts',
        'dist/suites/index.js',
        'dist/suites/index.d.ts',
        'dist/suites/token-b2b/timestamp.js',
        'dist/reports/html.js',
        'dist/specs/profiles/snap-bi.json',
        'dist/specs/requirements/token-b2b/timestamp.json',
        'schemas/config.schema.json',
        'schemas/snap-bi/token-b2b.schema.json',
        'specs/profiles/snap-bi.yaml',
        'docs/transactions.md',
        'examples/README.md',
        'examples/merchant/merchant.mjs',
        'specs/requirements/token-b2b/timestamp.yaml',
      ]),
    );
  });

  it('holds nothing else', () => {
    const top = ['dist', 'schemas', 'specs', 'docs', 'examples'];
    const single = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'SECURITY.md'];
    const strange = paths().filter(
      (path) => !top.includes(path.split('/')[0] ?? '') && !single.includes(path),
    );
    expect(strange).toEqual([]);
    expect(
      paths().filter((path) => /(^|\/)tests?\/|\.test\.|^schemas\/.*\.ts$/.test(path)),
    ).toEqual([]);
    const sources = paths().filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
    expect(sources.filter((path) => !path.startsWith('examples/'))).toEqual([]);
  });
});

it('publint finds nothing in the tarball that would keep a project from using it', async () => {
  const space = workspace();
  execFileSync('tar', ['-xzf', packed.tarball, '-C', space.path]);
  const pkgDir = join(space.path, 'package');
  const { messages } = await publint({ pkgDir, pack: false, strict: true });
  expect(messages).toEqual([]);
  // It would notice: to publint, a missing file is an error.
  rmSync(join(pkgDir, 'dist', 'src', 'index.js'));
  expect((await publint({ pkgDir, pack: false, strict: true })).messages).not.toEqual([]);
});

describe('the installed package', () => {
  it.each(['list', 'explain'])('needs neither a parser nor a validator for %s', async (command) => {
    const space = project();
    for (const name of ['ajv', 'yaml', 'undici']) rmSync(join(space.path, 'node_modules', name));
    const args = ['--no-install', 'snap-conformance', command];
    const asked = command === 'explain' ? ['rejects-epoch'] : [];
    const { ended } = startProgram('npx', [...args, ...asked], { cwd: space.path });
    const { status, stdout, stderr } = await ended;
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('token-b2b/timestamp/rejects-epoch');
  });

  it('serves, tests and reports from a project of its own that has no vitest', async () => {
    const space = project();
    expect(existsSync(join(space.path, 'node_modules', 'vitest'))).toBe(false);
    const npx = (...args: string[]) =>
      startProgram('npx', ['--no-install', 'snap-conformance', ...args], {
        cwd: space.path,
        group: true,
      });
    const server = npx('serve', '--fault', 'takes-epoch', '--keys', 'sandbox');
    await server.saying('Ctrl-C stops it.');
    const args = ['--depth', 'quick', '--only', 'token-b2b/timestamp/*'];
    const run: Ended = await npx('run', '--config', 'sandbox/snap.config.json', ...args).ended;
    expect(run.status, run.stderr).toBe(1);
    expect(run.stdout).toContain('token-b2b/timestamp/rejects-epoch');
    expect(run.stdout).toContain('begin with: npx --no-install snap-conformance');
    expect(failedChecks(space.result()).map(({ id }) => id)).toEqual([
      'token-b2b/timestamp/rejects-epoch',
    ]);

    // A config in TypeScript takes its types from the package; one of vitest in that folder makes no difference.
    const { targets } = JSON.parse(space.read('sandbox/snap.config.json')) as {
      targets: { client: { privateKey: object }; otherClient: { privateKey: object } }[];
    };
    const [target] = targets;
    if (!target) throw new Error('the config has a target');
    target.client.privateKey = { file: 'sandbox/client.pem' };
    target.otherClient.privateKey = { file: 'sandbox/other.pem' };
    space.write(
      'snap.config.ts',
      `import { defineConfig } from 'snap-conformance';\nexport default defineConfig(${JSON.stringify({ suites: ['house-rules.suite.ts'], targets })});\n`,
    );
    space.write('vitest.config.ts', "throw new Error('not to be read');\n");
    // And a suite of its own, from the examples that come with it.
    const example = 'node_modules/snap-conformance/examples/custom-suite/house-rules';
    for (const ending of ['suite.ts', 'yaml'])
      space.write(`house-rules.${ending}`, space.read(`${example}.${ending}`));
    const only = ['--only', '*b/*/rejects-garbage,*/accepts-trace-context'];
    const typed = await npx('run', '--quiet', '--depth', 'quick', ...only).ended;
    expect(typed.stderr).not.toContain('not to be read');
    expect(typed.stdout).toMatch(/^sandbox: conformant in the 2 of \d+ checks chosen\n$/);
    expect(typed.status).toBe(0);
    expect(space.result().targets[0]?.checks.map(({ id }) => id)).toContain(
      'token-b2b/house-rules/accepts-trace-context',
    );
  });
});
