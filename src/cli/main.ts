#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { visible } from '../../reports/shared/visible.js';
import { InputProblem } from '../engine/input/input-problem.js';
import { packageVersion } from '../engine/input/package-root.js';
import { addAccept } from './accept/command.js';
import { addCompletion } from './completion/command.js';
import { addDemo } from './demo/command.js';
import { addDetect } from './detect/command.js';
import { addDoctor } from './doctor/command.js';
import { addExplain } from './explain/command.js';
import { addInit } from './init/command.js';
import { addKey } from './key/command.js';
import { addList } from './list/command.js';
import { addReport } from './report/command.js';
import { addRun } from './run/command.js';
import { addServe } from './serve/command.js';
import { exitStatus } from './shared/exit-status.js';
import { addSign } from './sign/command.js';
import { addVerify } from './verify/command.js';

const help = `
First steps:
  $ snap-conformance demo                   see it at work; nothing leaves this machine
  $ snap-conformance serve                  a conforming sandbox to try it on
  $ snap-conformance run                    test what snap.config.{ts,mjs,js,json,yaml} names
  $ snap-conformance explain ID             what a requirement says, and how to fix a failure

snap-conformance COMMAND --help shows the options of a command.
`;

const program = new Command('snap-conformance')
  .description(
    "Tests an endpoint against SNAP's rules for access tokens and signatures, Indonesia's national payment open API.",
  )
  .version(packageVersion, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show this help')
  .showHelpAfterError('(--help shows what is possible)')
  .addHelpText('after', help)
  // sign and verify have options of their own, and their subcommands have options of the same names.
  .enablePositionalOptions()
  .exitOverride();
for (const add of [
  ...[addInit, addDoctor, addRun, addReport, addAccept, addDetect, addDemo, addServe],
  ...[addSign, addVerify, addKey, addList, addExplain, addCompletion],
])
  add(program);

// `list | head` closes the pipe early, which is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = statusAfter(error);
}

/** Says what went wrong, and gives the exit status for it. */
function statusAfter(error: unknown): number {
  // commander has printed it already. `--help` ends here too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitStatus.usage;
  if (error instanceof InputProblem) {
    console.error(visible(error.message));
    return exitStatus.usage;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(`snap-conformance crashed, please report it: ${visible(message)}`);
  console.error(process.env['DEBUG'] ? stack : 'Set DEBUG=1 to see where.');
  return exitStatus.inconclusive;
}
