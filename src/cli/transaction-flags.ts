import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { InputProblem } from '../engine/input-problem.js';
import { readText } from '../engine/read-data.js';

/** The options that describe a transaction, as `sign` and `verify` take them. */
export interface TransactionFlags {
  method: string;
  path: string;
  body?: string;
  accessTokenEnv?: string;
  accessTokenFile?: string;
  clientSecretEnv?: string;
  clientSecretFile?: string;
  profile: string;
  baseUrl?: string;
}

/** Adds the options that describe a transaction. */
export function addTransactionFlags(command: Command): Command {
  return command
    .requiredOption('--method <method>', 'of the request: POST')
    .requiredOption('--path <path>', 'as sent, with the prefix of the base URL, and the query')
    .option('--body <file>', 'the body as sent; - reads it from the standard input')
    .option('--access-token-env <name>', 'environment variable that holds the access token')
    .option('--access-token-file <file>', 'file that holds it')
    .option('--client-secret-env <name>', 'environment variable that holds the client secret')
    .option('--client-secret-file <file>', 'file that holds it')
    .option('--profile <name>', 'whose rules: a shipped profile, or a path', 'snap-bi');
}

/** @throws InputProblem where the file can't be read. */
export function readBody(file: string | undefined): Buffer | undefined {
  if (file === undefined) return undefined;
  if (file === '-') return readFileSync(process.stdin.fd);
  // For its words, where there is none.
  readText(file);
  return readFileSync(file);
}

/** @throws InputProblem for what is no address. */
export function requireUrl(text: string, option = '--base-url'): URL {
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text);
  throw new InputProblem(`${option} takes an http or https URL, not "${text}"`);
}
