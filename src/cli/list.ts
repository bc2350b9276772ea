import type { Command } from 'commander';
import { list } from './parse-option.js';

/** The options of `list`. */
export interface ListFlags {
  profile: string;
  only?: string[];
  skip?: string[];
  json?: boolean;
}

const help = `
Examples:
  $ snap-conformance list --only "*/timestamp/*"
  $ snap-conformance list --profile doku
  $ snap-conformance list --json
`;

/** Adds `list`: the catalogue of requirements. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('list the requirements: id, level, title')
    .option('--profile <name>', 'the levels under this profile', 'snap-bi')
    .option('--only <glob>', 'only these: an id, * for any text; may be repeated', list)
    .option('--skip <glob>', 'all but these; may be repeated', list)
    .option('--json', 'as JSON, with sources and the level under each shipped profile')
    .addHelpText('after', help)
    .action(async (flags: ListFlags) => {
      const { listText } = await import('./list-text.js');
      const { terminalOf } = await import('./terminal.js');
      console.log(listText(flags, terminalOf(process.stdout).columns));
    });
}
