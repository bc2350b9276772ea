import { type Command, Option } from 'commander';
import { list } from '../shared/parse-option.js';
import type { DoctorFlags } from './flags.js';

const help = `
Looks, in the order in which a run needs them, at the config, the keys, the connection to each target (DNS,
TCP, TLS), the two clocks, and one valid request: of the token service, and of the transaction if the config
has one. Says what is wrong with each, and what to do about it.

A target that refuses it is asked by ten known mistakes, the likeliest first: four forms of X-TIMESTAMP and six
ways to sign. If it takes one, that is named, with the overrides that say so. With --deep it is asked by all of
them, one request each, up to 1000 for each service that refuses, at the rate of its limits. Nothing more is asked
after a throttle, or an answer that reads like a lock.

With --profiles, or --profile NAME, it sends nothing and shows the profile that a run uses, with all that it
extends and what the config overrides: every value, and the profile, document and clause that it is from.

docs/doctor.md says how to read it.

Examples:
  $ snap-conformance doctor
  $ snap-conformance doctor --target my-sandbox --public-key keys/client-public.pem
  $ snap-conformance doctor --target my-sandbox --deep
  $ snap-conformance doctor --config snap.config.json --profiles
  $ snap-conformance doctor --profile doku --json
  $ snap-conformance doctor --profile bca --role merchant

Exit status:
  0  ready for a run, warnings aside
  1  the target accepts what is signed by a rule other than its document's
  2  the config, a key or a profile is invalid; nothing was sent
  3  the target can't be reached, or doesn't accept the valid request
`;

/** Adds `doctor`: examines what a run needs, and says in words what is wrong. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at config, keys, connection, clock and one request; say what is wrong')
    .option('--config <file>', 'the config')
    .option('--target <name>', 'only this target; may be repeated', list)
    .option('--public-key <file>', 'the public key that the provider has registered for client')
    .option('--deep', 'ask a target that refuses the valid request by all known mistakes')
    .option('--profiles', 'show the profiles in effect instead, and where each value is from')
    .option('--profile <name>', 'show this one: a shipped name, or a path of your own')
    .addOption(
      new Option(
        '--role <role>',
        'with --profile: whose part to show, the provider itself or a merchant',
      ).choices(['provider', 'merchant']),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (flags: DoctorFlags) => {
      const { diagnose, showProfiles } = await import('./diagnose.js');
      const { profiles, profile, role } = flags;
      if (profiles || profile !== undefined || role !== undefined) await showProfiles(flags);
      else process.exitCode = await diagnose(flags);
    });
}
