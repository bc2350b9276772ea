import { resolve } from 'node:path';
import { InputProblem } from '../../engine/input/input-problem.js';
import { readText } from '../../engine/input/read-data.js';
import { KeyError } from '../../protocol/key-error.js';

/**
 * Reads a key from the file that an option names.
 *
 * @throws InputProblem when the file can't be read or `load` refuses the key; never with any part of the key.
 */
export function readKeyFile<T>(file: string, option: string, load: (pem: string) => T): T {
  const pem = readText(resolve(file), file);
  try {
    return load(pem);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new InputProblem(
      'key-unreadable',
      `${option}: ${error.message}`,
      { file },
      { cause: error },
    );
  }
}
