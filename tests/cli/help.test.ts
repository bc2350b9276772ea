import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { packageRoot, packageVersion } from '../../src/engine/input/package-root.js';
import { faults } from '../../src/sandbox/faults/index.js';
import { main, snap } from './command.js';
import { workspace } from './workspace.js';

const commands = [
  ...['init', 'doctor', 'run', 'report', 'accept', 'detect', 'demo', 'serve'],
  ...['sign', 'verify', 'key', 'list', 'explain', 'completion'],
];

test('--help names each command, and --version is the version', async () => {
  const { path } = workspace();
  const help = await snap(['--help'], { cwd: path });
  expect(help.status).toBe(0);
  for (const command of commands) expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  const version = await snap(['--version'], { cwd: path });
  expect(version).toMatchObject({ status: 0, stdout: `${packageVersion}\n` });
});

test.for(commands)('%s --help has examples that work', async (command) => {
  const { status, stdout } = await snap([command, '--help'], { cwd: workspace().path });
  expect(status).toBe(0);
  expect(stdout).toContain(`Usage: snap-conformance ${command}`);
  expect(stdout).toContain('Examples:');
  expect(stdout).not.toContain('[]');
  const examples = stdout.split('Examples:')[1] ?? '';
  for (const [, name] of examples.matchAll(/--fault (\S+)/g)) {
    expect(faults.map((fault) => fault.name)).toContain(name);
  }
  const own = examples
    .split('\n')
    .filter((line) => line.includes(`$ snap-conformance ${command} `));
  expect(own.length).toBeGreaterThan(0);
  for (const [, option] of own.join('\n').matchAll(/ (--[a-z-]+)/g)) {
    expect(stdout.split('Examples:')[0]).toContain(option);
  }
});

test('run --help has every option of the contract', async () => {
  const { stdout } = await snap(['run', '--help'], { cwd: workspace().path });
  for (const option of [
    ...['--config', '--profile', '--base-url', '--client-id', '--private-key', '--target'],
    ...['--only', '--skip', '--depth', '--seed', '--concurrency', '--rate', '--max-requests'],
    ...['--reporter', '--strict', '--shard', '--slow', '--dry-run', '--quiet', '--out'],
    ...['--baseline', '--update-baseline'],
  ]) {
    expect(stdout).toMatch(new RegExp(`^  ${option} `, 'm'));
  }
});

describe('start-up', () => {
  // The parts that the command is bundled from: the bundle loads a part when its source does.
  const modules = join(packageRoot, 'dist', 'src');
  const carryOut = join(modules, 'cli', 'run', 'carry-out.js');
  const heavy = ['vitest', 'vitest/node', 'undici', 'ajv/dist/2020.js', '@faker-js/faker'];
  /** Whoever lists checks loads them, and with them the arbitraries of their inputs. */
  const arbitraries = ['fast-check', '@faker-js/faker/locale/id_ID'];

  it('loads only commander for --help', () => {
    const { packages } = loadedBy(main);
    expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual(['commander']);
  });

  it('loads only its errors for a config that takes its types from the package', () => {
    const index = join(modules, 'index.js');
    const { packages, files } = loadedBy(index);
    expect([...packages]).toEqual([]);
    const own = [...files].map((file) => relative(dirname(index), file));
    expect(own.filter((file) => !/(?:problem|error)\.js$/.test(file))).toEqual(['index.js']);
  });

  it.for(['list/list-text.js', 'explain/explain-text.js', 'explain/profile-text.js'])(
    'loads the checks and nothing heavy for %s',
    (file) => {
      const { packages } = loadedBy(join(modules, 'cli', file));
      expect([...packages]).toEqual(expect.arrayContaining(arbitraries));
      expect(heavy.filter((name) => packages.has(name))).toEqual([]);
    },
  );

  it.for([
    'init/profile-template.js',
    'key/tell-key.js',
    ...['report/render-results.js', 'report/compare-reports.js', 'report/verify-report.js'],
    'report/tell-history.js',
  ])('loads nothing heavy for %s', (file) => {
    const { packages, files } = loadedBy(join(modules, 'cli', file));
    expect(files.size).toBeGreaterThan(5);
    expect([...heavy, ...arbitraries].filter((name) => packages.has(name))).toEqual([]);
  });

  it.for(['write-excel-file/node', 'badge-maker'])('loads %s only for its own report', (name) => {
    expect(loadedBy(carryOut).packages).not.toContain(name);
  });

  it('would notice a part that loads more', () => {
    expect(loadedBy(carryOut).packages).not.toContain('vitest');
    expect(loadedBy(join(modules, 'engine', 'http', 'client.js')).packages).toContain('undici');
  });
});

/** What a built module loads before its first line runs: files of ours, and packages. */
function loadedBy(entry: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, , name = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
      if (name.startsWith('.')) visit(resolve(dirname(file), name));
      else packages.add(name);
    }
  };
  visit(entry);
  return { files, packages };
}

const staticImport = /^(?:import|export)\b([^'"();]*?\bfrom\s*)?\s*['"]([^'"]+)['"]/gm;
