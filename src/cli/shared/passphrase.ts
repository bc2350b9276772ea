import type { Command } from 'commander';
import { readSecret } from './read-secret.js';

/** The options that name the passphrase of a private key. */
export interface PassphraseFlags {
  /** Name of an environment variable. */
  passphraseEnv?: string;
  /** Path of a file. */
  passphraseFile?: string;
}

/** Adds the options that name the passphrase of a private key, where that may be encrypted. */
export function addPassphraseFlags(command: Command): Command {
  return command
    .option('--passphrase-env <name>', 'environment variable with the passphrase of the key')
    .option('--passphrase-file <file>', 'file that holds it');
}

/**
 * The passphrase that the options name; undefined if they name none.
 *
 * @throws InputProblem when both are given, the variable isn't set, or the file can't be read or is empty.
 */
export function readPassphrase({
  passphraseEnv: env,
  passphraseFile: file,
}: PassphraseFlags): string | undefined {
  return readSecret({ env, file }, '--passphrase')?.value;
}
