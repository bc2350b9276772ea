import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { type Registry, startRegistry } from '../support/registry.js';
import { packInto } from '../support/tarball.js';
import { type Ended, startProgram } from './command.js';
import type { Workspace } from './workspace.js';

/** What a job of a CI system finds on its machine. */
export interface CiMachine {
  /** True if a script installed the package that somebody else has under this name; asking resets it. */
  tookAnothers(): boolean;
  /** Puts the packed package into a workspace, and gives its name there. */
  deliver(space: Workspace): string;
  /** Nothing can be installed from the network any more. */
  unplug(): void;
  /** Runs a script of the job in the workspace. */
  run(
    space: Workspace,
    shell: readonly string[],
    script: string,
    env?: Record<string, string>,
  ): Promise<Ended>;
}

/** The checks that a run of a job takes here: enough to see that it runs, and one for each of three shards. */
const chosen = ['response/status', 'timestamp/rejects-epoch', 'timestamp/rejects-short-offset'];
const few = `--depth quick --only ${chosen.map((name) => `token-b2b/${name}`).join(',')}`;

/**
 * A machine for the jobs of a test file: real npm and npx, the packed package as a file, and a registry where somebody
 * else has its name. When the tests end, it asserts that no script installed that one.
 */
export function ciMachine(): CiMachine {
  let folder = '';
  let tarball = '';
  let registry: Registry;
  // npm takes a few seconds, and many on a busy machine.
  vi.setConfig({ testTimeout: 180_000 });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'snap-ci-'));
    tarball = packInto(folder).filename;
    registry = await startRegistry();
  });
  afterAll(() => {
    registry.close();
    rmSync(folder, { recursive: true, force: true });
    expect(registry.taken.has('snap-conformance')).toBe(false);
  });
  return {
    deliver: (space) => {
      copyFileSync(join(folder, tarball), join(space.path, tarball));
      return `./${tarball}`;
    },
    tookAnothers: () => registry.taken.delete('snap-conformance'),
    unplug: () => registry.close(),
    run: (space, shell, script, env = {}) => {
      const [program = '', ...options] = shell;
      const bin = npxOfFewChecks(space);
      return startProgram(program, [...options, '-c', script], {
        cwd: space.path,
        env: {
          ...env,
          PATH: `${bin}${delimiter}${process.env['PATH']}`,
          npm_config_registry: registry.url,
          npm_config_cache: join(folder, 'cache'),
        },
      }).ended;
    },
  };
}

/** A folder with an npx that adds options to `npx --no-install snap-conformance run`, and otherwise is npx. */
function npxOfFewChecks(space: Workspace): string {
  // The first folder of the PATH is this one: without it, npx is the real one.
  const npx = space.write(
    '.bin/npx',
    `#!/bin/sh\n[ "$3" != run ] || set -- "$@" ${few}\nPATH="\${PATH#*:}" exec npx "$@"\n`,
  );
  chmodSync(npx, 0o755);
  return dirname(npx);
}
