import type { Command } from 'commander';

/** The options that say by whose rules is signed. */
export interface RulesFlags {
  profile?: string;
  config?: string;
  target?: string;
}

/** Adds the options that say by whose rules is signed. */
export function addRulesFlags(command: Command): Command {
  return command
    .option('--profile <name>', 'whose rules: a shipped profile, or a path (default: snap-bi)')
    .option('--config <file>', 'the rules of a target of this config, overrides included')
    .option('--target <name>', 'which target of the config, if it has several');
}
