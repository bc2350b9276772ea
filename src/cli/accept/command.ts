import type { Command } from 'commander';
import type { AcceptFlags } from './flags.js';

const help = `
The side that certifies writes a policy: which endpoints, profile and services, which requirements, how deep and how
new the run has to be, which failures it takes, and whose key has to have signed. The answer is computed from the
outcomes, the catalogue and the profile; no verdict that stands in the result is believed. All reasons are told.
Without a signature nothing shows whether a result was changed; with one, nothing shows that its run was honest.

Examples:
  $ snap-conformance accept snap-report/result.json --policy policy.yaml
  $ snap-conformance accept result.json --policy policy.yaml --attestation attestation.intoto.json --json

Exit status: 0 the result is accepted, 1 it isn't, 2 the policy, the result or an option is invalid.
`;

/** Adds `accept`: says whether a policy takes a result. */
export function addAccept(program: Command): void {
  program
    .command('accept')
    .argument('<result>', 'result.json of a run')
    .description('say whether a result is what a policy asks for, with all reasons')
    .option('--policy <file>', 'what is asked for: YAML or JSON')
    .option(
      '--attestation <file>',
      'the signature of the result; by default attestation.intoto.json next to it, if it is there',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (result: string, flags: AcceptFlags) => {
      const { tellAcceptance } = await import('./tell-acceptance.js');
      process.exitCode = tellAcceptance(result, flags);
    });
}
