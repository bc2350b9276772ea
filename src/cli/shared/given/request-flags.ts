import type { Command } from 'commander';
import { wholeNumber } from '../parse-option.js';

/** The options that give a request as a whole. */
export interface RequestFlags {
  request?: string;
  entry?: number;
}

/** Adds the options that give a request as a whole. */
export function addRequestFlags(command: Command): Command {
  return command
    .option(
      '--request <file>',
      'the whole request: a curl command, HAR, HTTP or Postman collection; - reads the standard input',
    )
    .option(
      '--entry <number>',
      'which request of a HAR or a collection, counted from 1',
      wholeNumber('--entry', 1),
    );
}
