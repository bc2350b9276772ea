import type { Command } from 'commander';
import { addRunOptions, type RunFlags } from '../run/run-options.js';
import { list } from '../shared/parse-option.js';

const help = `
Starts the sandbox as snap-bi, doku and ayolinx describe it, on this machine, and tests the three.
A fault makes each of them deviate in one named way, to show what a report says of it.

Examples:
  $ snap-conformance demo
  $ snap-conformance demo --fault takes-epoch
  $ snap-conformance serve --list-faults
`;

/** Adds `demo`: a run against sandboxes of its own. */
export function addDemo(program: Command): void {
  const command = program
    .command('demo')
    .description('try it out: start three sandboxes, test them, write the reports')
    .option('--fault <name>', 'switch a fault on in all three; may be repeated', list);
  addRunOptions(command)
    .addHelpText('after', help)
    .action(async (flags: RunFlags & { fault?: string[] }) => {
      const { demonstrate } = await import('./demonstrate.js');
      process.exitCode = await demonstrate(flags);
    });
}
