import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, startProgram } from '../command.js';
import { workspace } from '../workspace.js';

/** The password and the passphrase of all that the tests lock. */
export const password = 'rahasia';

/** What a message tells to run: its commands stand in quotes after "with". */
export function commandsIn(message: string): string[] {
  const [, told = ''] = /with (".*)/.exec(message) ?? [];
  return [...told.matchAll(/"([^"]+)"/g)].map(([, command = '']) => command);
}

/**
 * Runs commands one after another as a user would, with the password typed wherever one is asked for.
 *
 * @throws when one of them fails
 */
export async function runCommands(commands: readonly string[], cwd: string): Promise<void> {
  const programs = workspace().path;
  const program = join(programs, 'snap-conformance');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`);
  chmodSync(program, 0o755);
  const env = { PATH: `${programs}:${process.env['PATH']}`, KEY_PASSPHRASE: password };
  for (const command of commands) {
    // Without a terminal of its own a program reads the password from standard input.
    const { child, ended } = startProgram('sh', ['-c', command], { cwd, env, group: true });
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${password}\n`.repeat(4));
    const { status, stdout, stderr } = await ended;
    if (status !== 0) throw new Error(`${command}: ${status}\n${stdout}${stderr}`);
  }
}
