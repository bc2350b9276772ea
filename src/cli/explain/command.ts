import type { Command } from 'commander';
import { InputProblem } from '../../engine/input/input-problem.js';
import type { Language } from '../../messages/message.js';
import { langOption } from '../shared/lang-option.js';

const help = `
ID is the id of a requirement, as \`list\` and every report show it, or its last part.

Examples:
  $ snap-conformance explain token-b2b/timestamp/rejects-missing-offset
  $ snap-conformance explain token-b2b/timestamp
  $ snap-conformance explain "*offset*"
  $ snap-conformance explain token-b2b/timestamp/rejects-epoch --probe
  $ snap-conformance explain expiry/type --profile ./my-profile.yaml
`;

/** The options of `explain`. */
interface ExplainFlags {
  profile?: string;
  probe?: boolean;
  lang: Language;
}

/** Adds `explain`: one requirement in words. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .argument('<id>', 'id of a requirement, an area, or a pattern with *')
    .description('what a requirement says, why it matters, how to fix a failure')
    .option('--profile <name>', 'its level under this profile too: a name, or a path of your own')
    .option('--probe', 'what its check sends, and what comes back: from sandboxes on this machine')
    .addOption(langOption())
    .addHelpText('after', help)
    .action(async (asked: string, { profile, probe, lang }: ExplainFlags) => {
      const { explainText, requirementsAsked } = await import('./explain-text.js');
      const { terminalOf } = await import('../shared/terminal.js');
      const terminal = terminalOf(process.stdout);
      console.log(explainText(asked, terminal, { profile, lang }));
      const [id, ...more] = requirementsAsked(asked);
      if (!probe || id === undefined) return;
      if (more.length > 0)
        throw new InputProblem(
          'conflicting-options',
          '--probe shows one requirement, but several fit',
          {
            remedy: `Give the whole id: ${id}.`,
          },
        );
      const { probeText } = await import('./explain-probe.js');
      console.log(`\nProbe\n${await probeText(id, terminal)}`);
    });
}
