import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { ciMachine } from '../cli/ci-job.js';
import { sandboxWorkspace } from '../cli/workspace.js';

const page = readFileSync(join(packageRoot, 'docs/dependencies.md'), 'utf8');
const [fill = '', offline = ''] = [...page.matchAll(/^```\n([\s\S]*?)^```/gm)].map(
  ([, block]) => block,
);
const machine = ciMachine();
const shell = ['bash', '-e'];

it('docs/dependencies.md is that of the lockfile', async () => {
  const script = join(packageRoot, 'scripts', 'generate-dependencies.mjs');
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeDefined();
});

it('installs without a network, by the steps of docs/dependencies.md', async () => {
  const space = await sandboxWorkspace();
  space.write('package.json', '{ "name": "consumer", "private": true }');
  const tarball = machine.deliver(space);
  const locked = await machine.run(space, shell, `npm install --package-lock-only -D ${tarball}`);
  expect(locked.status, locked.stderr).toBe(0);
  const filled = await machine.run(space, shell, fill);
  expect(filled.status, filled.stderr).toBe(0);

  rmSync(join(space.path, 'node_modules'), { recursive: true });
  machine.unplug();
  const elsewhere = fill.replace('npm-cache', 'other');
  const emptyHanded = await machine.run(space, shell, elsewhere, { npm_config_fetch_retries: '0' });
  expect(emptyHanded.status).not.toBe(0);
  const installed = await machine.run(space, shell, offline);
  expect(installed.status, installed.stderr).toBe(0);
  const run = await machine.run(space, shell, 'npx --no-install snap-conformance run');
  expect(run.status, run.stderr).toBe(0);
  expect(space.result().targets[0]?.verdict).toBe('conformant');
});
