import { InputProblem } from '../../engine/input/input-problem.js';
import { readText } from '../../engine/input/read-data.js';
import { shellWords } from '../../engine/input/text.js';

/** Where a secret is read from. Never from the command line itself: a shell remembers it. */
export interface SecretSource {
  /** Name of an environment variable. */
  env?: string | undefined;
  file?: string | undefined;
}

/** A secret, and how a shell gets it. */
export interface Secret {
  value: string;
  /** Within double quotes: `$SNAP_TOKEN`, `$(cat token.txt)`. */
  shell: string;
}

/** How the variables of secrets are usually called, by option. */
const usualNames: Readonly<Record<string, string>> = {
  '--client-secret': 'SNAP_CLIENT_SECRET',
  '--passphrase': 'KEY_PASSPHRASE',
};

/**
 * Reads a secret that is named by options.
 *
 * @param option The part that the two options share: `--client-secret`.
 * @returns undefined when neither is given
 * @throws InputProblem when both are given, the variable isn't set, or the file can't be read or is empty.
 */
export function readSecret({ env, file }: SecretSource, option: string): Secret | undefined {
  if (env !== undefined && file !== undefined)
    throw new InputProblem(
      'conflicting-options',
      `${option}-env and ${option}-file name the same thing twice`,
      {
        remedy: 'Give one of them.',
      },
    );
  if (env !== undefined) {
    const value = process.env[env];
    if (value) return { value, shell: `$${env}` };
    // A text that doesn't look like a name may be the secret itself.
    const named = /^[A-Z_][A-Z0-9_]*$/.test(env);
    throw new InputProblem(
      'variable-unset',
      named
        ? `the environment variable ${env} is not set`
        : `${option}-env names no environment variable that is set`,
      {
        remedy: `${option}-env takes the name of a variable, not its value: export ${named ? env : (usualNames[option] ?? 'SNAP_ACCESS_TOKEN')}=…`,
      },
    );
  }
  if (file === undefined) return undefined;
  const value = readText(file).replace(/\r?\n$/, '');
  if (value !== '') return { value, shell: `$(cat ${shellWords([file])})` };
  throw new InputProblem('file-empty', 'the file is empty', { file });
}
