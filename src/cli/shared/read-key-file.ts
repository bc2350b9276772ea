import { resolve } from 'node:path';
import { InputProblem } from '../../engine/input/input-problem.js';
import { mostKeyBytes, readBytes } from '../../engine/input/reading/read-bytes.js';
import { shellWords } from '../../engine/input/text.js';
import { KeyError } from '../../protocol/key-error.js';
import type { KeySource } from '../../protocol/key-source.js';
import type { LoadedKey } from '../../protocol/keys.js';

/**
 * Reads a key from the file that an option names, and says on standard error what had to be mended for it.
 *
 * @throws InputProblem when the file can't be read or `load` refuses the key; never with any part of the key.
 */
export function readKeyFile<T>(file: string, option: string, load: (source: KeySource) => T): T {
  const bytes = readBytes(resolve(file), file, mostKeyBytes);
  try {
    const loaded = load(bytes);
    for (const what of mendedOf(loaded)) console.error(`${option}: ${what}`);
    return loaded;
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    const named = error.forFile(shellWords([file]));
    throw new InputProblem(
      'key-unreadable',
      `${option}: ${named.message}`,
      { file },
      { cause: named },
    );
  }
}

function mendedOf(loaded: unknown): readonly string[] {
  return (loaded as Partial<LoadedKey>).mended ?? [];
}
