import type { Command } from 'commander';

const help = `
ID is the id of a requirement, as \`list\` and every report show it, or its last part.

Examples:
  $ snap-conformance explain token-b2b/timestamp/rejects-missing-offset
  $ snap-conformance explain token-b2b/timestamp
  $ snap-conformance explain "*offset*"
  $ snap-conformance explain expiry/type --profile ./my-profile.yaml
`;

/** Adds `explain`: one requirement in words. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .argument('<id>', 'id of a requirement, an area, or a pattern with *')
    .description('what a requirement says, why it matters, how to mend a failure')
    .option('--profile <name>', 'its level under this profile too: a name, or a path of your own')
    .addHelpText('after', help)
    .action(async (asked: string, { profile }: { profile?: string }) => {
      const { explainText } = await import('./explain-text.js');
      const { terminalOf } = await import('./terminal.js');
      console.log(explainText(asked, terminalOf(process.stdout), profile));
    });
}
