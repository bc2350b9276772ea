import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { startProgram } from '../cli/command.js';
import { sandboxWorkspace, type Workspace, workspace } from '../cli/workspace.js';

const vitest = join(packageRoot, 'node_modules', 'vitest', 'vitest.mjs');

/** Runs the project `suites` of this repository once; reports go to the workspace. */
function suites({ path }: Workspace, config: string | undefined, ...args: string[]) {
  const all = [vitest, 'run', '--root', packageRoot, '--project', 'suites', ...args];
  return startProgram(process.execPath, all, {
    cwd: path,
    env: { SNAP_CONFIG: config, SNAP_DEPTH: 'quick', NO_COLOR: '1' },
    group: true,
  }).ended;
}

test('the project suites tests the targets of SNAP_CONFIG, and writes the reports', {
  timeout: 180_000,
}, async () => {
  const space = await sandboxWorkspace('takes-epoch');
  const config = join(space.path, 'snap.config.json');
  const { status, stdout } = await suites(
    space,
    config,
    '--tags-filter',
    'token-b2b and timestamp',
  );
  expect(status, stdout).toBe(1);
  expect(stdout).toMatch(/Tests {2}1 failed \| 18 passed/);
  const [target] = space.result().targets;
  expect(target?.checks).toHaveLength(22);
  expect(target?.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toEqual([
    'token-b2b/timestamp/rejects-epoch',
  ]);
  for (const report of ['report.html', 'junit.xml'])
    expect(space.read(`snap-report/${report}`)).toContain('rejects-epoch');
});

test('the project suites says what it needs', async () => {
  const space = workspace();
  const { status, stdout, stderr } = await suites(space, undefined, 'suites/vitest/token-b2b');
  expect(status).toBe(1);
  expect(stdout + stderr).toContain('Set SNAP_CONFIG to a config file');
});
