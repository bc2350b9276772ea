import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { installCommand, installedCommand, tarball } from '../../src/cli/shared/package-source.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { ciMachine } from '../cli/ci-job.js';
import { sandboxWorkspace } from '../cli/workspace.js';

const page = readFileSync(join(packageRoot, 'docs/install.md'), 'utf8');
const [make = '', install = '', inJob = '', again = ''] = [
  ...page.matchAll(/^```\n([\s\S]*?)^```/gm),
].map(([, block]) => block);

const machine = ciMachine();
const shell = ['bash', '-e'];

it('docs/install.md shows the commands that init writes', () => {
  expect(inJob).toBe(`${installCommand}\n${installedCommand} run\n`);
  expect(install).toContain(`${installedCommand} list\n`);
  expect(page).toContain(`writes \`${tarball}\``);
});

it('what docs/install.md shows works, line by line', async () => {
  expect(make).toBe('npm ci && npm pack\n');
  const space = await sandboxWorkspace();
  space.write('package.json', '{ "name": "consumer", "private": true }');
  machine.deliver(space);
  const installed = await machine.run(space, shell, install);
  expect(installed.status, installed.stderr).toBe(0);
  expect(installed.stdout).toContain('token-b2b/timestamp/rejects-epoch');
  expect(space.read('package-lock.json')).toContain('"integrity"');

  rmSync(join(space.path, tarball));
  const packed = await machine.run(space, shell, again);
  expect(packed.status, packed.stderr).toBe(0);
  expect(existsSync(join(space.path, tarball))).toBe(true);

  const run = await machine.run(space, shell, inJob, { SNAP_PACKAGE: `./${tarball}` });
  expect(run.status, run.stderr).toBe(0);
  expect(space.result().targets[0]?.verdict).toBe('conformant');
});

it('without the package, npx --no-install takes nothing of that name', async () => {
  const space = await sandboxWorkspace();
  const { status } = await machine.run(space, shell, `${installedCommand} list`);
  expect(status).not.toBe(0);
  expect(machine.tookAnothers()).toBe(false);
  // It would be noticed.
  await machine.run(space, shell, `${installedCommand.replace('--no-install', '--yes')} list`);
  expect(machine.tookAnothers()).toBe(true);
});
