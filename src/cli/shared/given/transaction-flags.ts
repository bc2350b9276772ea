import type { Command } from 'commander';
import { addRulesFlags, type RulesFlags } from '../rules-flags.js';
import { addRequestFlags, type RequestFlags } from './request-flags.js';

/** The options that describe a transaction, as `sign` and `verify` take them. */
export interface TransactionFlags extends RulesFlags, RequestFlags {
  method?: string;
  path?: string;
  body?: string;
  accessTokenEnv?: string;
  accessTokenFile?: string;
  clientSecretEnv?: string;
  clientSecretFile?: string;
  baseUrl?: string;
}

/** Adds the options that describe a transaction. */
export function addTransactionFlags(command: Command): Command {
  const described = addRequestFlags(command)
    .option('--method <method>', 'of the request: POST')
    .option('--path <path>', 'as sent, with the prefix of the base URL, and the query')
    .option('--body <file>', 'the body as sent; - reads it from the standard input')
    .option('--access-token-env <name>', 'environment variable that holds the access token')
    .option('--access-token-file <file>', 'file that holds it')
    .option('--client-secret-env <name>', 'environment variable that holds the client secret')
    .option('--client-secret-file <file>', 'file that holds it');
  return addRulesFlags(described);
}
