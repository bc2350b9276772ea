import type { Command } from 'commander';
import type { Language } from '../../messages/message.js';
import { langOption } from '../shared/lang-option.js';
import { list } from '../shared/parse-option.js';

/** The options of `list`. */
export interface ListFlags {
  profile: string;
  only?: string[];
  skip?: string[];
  json?: boolean;
  lang?: Language;
}

const help = `
A tag chooses by what a requirement is: tag:must, tag:should, tag:may, tag:example, tag:property, a service
(tag:token-b2b) or an area of any service (tag:timestamp).

Examples:
  $ snap-conformance list --only "*/timestamp/*"
  $ snap-conformance list --only tag:property --skip tag:should
  $ snap-conformance list --profile doku
  $ snap-conformance list --json
`;

/** Adds `list`: the catalogue of requirements. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('list the requirements: id, level, title')
    .option('--profile <name>', 'the levels under this profile', 'snap-bi')
    .option('--only <glob>', 'only these: an id, * for any text, or a tag; may be repeated', list)
    .option('--skip <glob>', 'all but these; may be repeated', list)
    .option('--json', 'as JSON, with sources and the level under each shipped profile')
    .addOption(langOption())
    .addHelpText('after', help)
    .action(async (flags: ListFlags) => {
      const { listText } = await import('./list-text.js');
      const { terminalOf } = await import('../shared/terminal.js');
      console.log(listText(flags, terminalOf(process.stdout).columns));
    });
}
