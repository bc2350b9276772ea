import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';

/** The built command: what users run is tested, not the sources. */
export const main = join(packageRoot, 'dist', 'command', 'main.js');

if (!existsSync(main)) {
  throw new Error('dist/ is missing: `npm test` builds it, and `npm run build` does so alone');
}

/** How a command ended, and what it wrote. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Where a command runs; variables are added to those of the tests, undefined ones are taken out. */
export interface Where {
  cwd: string;
  env?: Record<string, string | undefined>;
  /** For a program that starts others: they end with it. */
  group?: boolean;
}

/** A command that runs. */
export interface Running {
  child: ChildProcessWithoutNullStreams;
  ended: Promise<Ended>;
  /** Comes true when the text has been written to stdout; fails where the command ends without it. */
  saying(text: string): Promise<string>;
}

/** Starts the command; it is killed at the end of the test, should it still run. */
export function start(args: readonly string[], where: Where): Running {
  return startProgram(process.execPath, [main, ...args], where);
}

/** What the machine of the tests asks for, which must not colour or change what they see. */
export const unset = {
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  CI: undefined,
  DEBUG: undefined,
  GITHUB_ACTIONS: undefined,
  npm_command: undefined,
  SNAP_TEST_CLIENTS: undefined,
};

/** Starts any program. */
export function startProgram(
  program: string,
  args: readonly string[],
  { cwd, env = {}, group = false }: Where,
): Running {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...unset, ...env },
    detached: group,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
  onTestFinished(() => {
    if (child.exitCode !== null || child.pid === undefined) return;
    if (group) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  });
  const saying = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (stdout.includes(text)) resolve(stdout);
      };
      child.stdout.on('data', look);
      ended.then(() => reject(new Error(`it ended without "${text}": ${stdout}${stderr}`)), reject);
      look();
    });
  return { child, ended, saying };
}
