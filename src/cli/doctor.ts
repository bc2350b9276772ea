import { type Command, Option } from 'commander';
import type { Profile } from '../../schemas/settled.js';
import { list } from './parse-option.js';

/** The options of `doctor`. */
export interface DoctorFlags {
  profile?: string;
  role?: Profile['role'];
  config?: string;
  target?: string[];
  json?: boolean;
}

const help = `
Shows the profile that a run goes by, with all that it extends and what the config overrides: every value,
and the profile, document and clause that it is from. Sends nothing.

Examples:
  $ snap-conformance doctor --profile doku
  $ snap-conformance doctor --profile bca --role merchant
  $ snap-conformance doctor --profile ./my-provider.yaml
  $ snap-conformance doctor --config snap.config.json --target my-sandbox --json
`;

/** Adds `doctor`: looks at what the user has, and says in words what it comes to. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('show the profile in effect, and where each of its values comes from')
    .option('--profile <name>', 'this profile: a shipped name, or a path of your own')
    .addOption(
      new Option(
        '--role <role>',
        'with --profile: what a merchant hosts by it, or the provider itself',
      ).choices(['provider', 'merchant']),
    )
    .option('--config <file>', 'the config whose targets are looked at, without --profile')
    .option('--target <name>', 'only this target; may be repeated', list)
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (flags: DoctorFlags) => {
      const { effectiveProfiles } = await import('./effective-profiles.js');
      const { terminalOf } = await import('./terminal.js');
      const profiles = await effectiveProfiles(flags, process.cwd());
      if (flags.json) {
        const { profileData } = await import('./profile-text.js');
        console.log(JSON.stringify(profiles.map(profileData), undefined, 2));
        return;
      }
      const { profileText } = await import('./profile-text.js');
      const terminal = terminalOf(process.stdout);
      console.log(profiles.map((each) => profileText(each, terminal)).join('\n\n'));
    });
}
