import type { Command } from 'commander';

/** The options of `init`. */
export interface InitFlags {
  /** True where no file is named. */
  profileTemplate?: string | true;
}

const help = `
A profile says what a provider's document asks for; it states only what differs from the one that it
extends. The template explains every setting, with the standard's value, and is valid as it is written.

Examples:
  $ snap-conformance init --profile-template
  $ snap-conformance init --profile-template profiles/my-bank.yaml
  $ snap-conformance doctor --profile ./my-provider.yaml
`;

/** Adds `init`: writes the files that a user starts from. */
export function addInit(program: Command): void {
  const command = program
    .command('init')
    .description('write a file to start from: a profile of your own')
    .option('--profile-template [file]', 'a commented profile (default file: my-provider.yaml)')
    .addHelpText('after', help)
    .action(async ({ profileTemplate }: InitFlags) => {
      if (profileTemplate === undefined) return command.help({ error: true });
      const { writeProfileTemplate } = await import('./write-profile-template.js');
      const file = profileTemplate === true ? 'my-provider.yaml' : profileTemplate;
      console.log(writeProfileTemplate(file, process.cwd()));
    });
}
