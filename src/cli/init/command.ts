import { type Command, Option } from 'commander';
import type { InitFlags } from './flags.js';

const help = `
On a terminal, asks for what the options leave open. With --yes, or without a terminal, it takes the
defaults: a run then reads the address and the client id from SNAP_BASE_URL and SNAP_CLIENT_ID.
Nothing is overwritten without --force.

A profile says what a provider's document asks for; it states only what differs from the one that it
extends. The template explains every setting, with the standard's value, and is valid as it is written.

Examples:
  $ snap-conformance init
  $ snap-conformance init --profile doku --base-url https://api-sandbox.example \\
      --client-id my-client --generate-keys --ci github
  $ snap-conformance init --yes --format ts
  $ snap-conformance init --profile-template profiles/my-bank.yaml
`;

/** Adds `init`: writes the files that a user starts from. */
export function addInit(program: Command): void {
  const command = program
    .command('init')
    .description('write the files to start from: a config, keys, a CI job, a profile of your own')
    .option('--profile <name>', "what the target's document says: a shipped profile, or a path")
    .option('--base-url <url>', 'address of the target; the path of the service is appended')
    .option('--client-id <id>', 'the client id, sent as X-CLIENT-KEY')
    .option('--private-key <file>', "the client's private key (default: keys/client.pem)")
    .option('--name <name>', 'names the target in reports (default: the host)')
    .addOption(
      new Option('--format <format>', 'of the config (default: yaml)').choices([
        'yaml',
        'json',
        'ts',
      ]),
    )
    .addOption(
      new Option('--ci <kind>', 'write a job too (default: none)').choices([
        'github',
        'gitlab',
        'none',
      ]),
    )
    .option(
      '--generate-keys',
      'make an RSA key pair: the private key, and the public one next to it',
    )
    .option('--yes', 'ask nothing')
    .option('--force', 'overwrite what is there')
    .option(
      '--profile-template [file]',
      'write a commented profile alone (default file: my-provider.yaml)',
    )
    .addHelpText('after', help)
    .action(async (flags: InitFlags) => {
      const { profileTemplate, force } = flags;
      if (profileTemplate !== undefined) {
        const { writeProfileTemplate } = await import('./write-profile-template.js');
        const file = profileTemplate === true ? 'my-provider.yaml' : profileTemplate;
        console.log(writeProfileTemplate(file, process.cwd(), force));
        return;
      }
      const asks = !flags.yes && process.stdin.isTTY && process.stdout.isTTY;
      if (!asks && Object.keys(flags).length === 0) return command.help({ error: true });
      const { initialise } = await import('./initialise.js');
      const said = await initialise(flags, process.cwd(), asks);
      if (said !== undefined) console.log(said);
    });
}
