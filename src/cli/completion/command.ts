import type { Command } from 'commander';

/** The shells that have a completion script. */
export type Shell = 'bash' | 'zsh' | 'fish';

const help = `
Prints a script that completes commands, options, and the names of profiles, checks and faults. The names
are written into the script, so print it again after an update.

Examples:
  $ snap-conformance completion bash > ~/.local/share/bash-completion/completions/snap-conformance
  $ snap-conformance completion zsh > "\${fpath[1]}/_snap-conformance"
  $ snap-conformance completion fish > ~/.config/fish/completions/snap-conformance.fish
`;

/** Adds `completion`: a script for the user's shell. */
export function addCompletion(program: Command): void {
  const command = program
    .command('completion')
    .description('print a completion script for bash, zsh or fish')
    .addHelpText('after', help);
  command
    .addArgument(command.createArgument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion-script.js');
      console.log(completionScript(program, shell));
    });
}
