import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputProblem } from '../../engine/input/input-problem.js';
import { writeWhole } from '../../engine/input/writing/draft-file.js';
import { systemProblem } from '../../engine/input/writing/system-problem.js';

/** A file to write. */
export interface NewFile {
  /** Path from the user's working directory. */
  name: string;
  text: string;
  /** What it is for, in words. */
  about: string;
  /** Readable only by its owner. */
  secret?: true;
}

/** @throws InputProblem with every file that exists already. */
export function requireUnwritten(names: readonly string[], folder: string): void {
  const there = names.filter((name) => existsSync(resolve(folder, name)));
  if (there.length === 0) return;
  throw InputProblem.all(
    there.map((name, index) => ({
      code: 'would-overwrite',
      what: 'there is such a file already, and it would be overwritten',
      file: name,
      ...(index === there.length - 1 && {
        remedy: 'Nothing was written. Remove it first, or give --force.',
      }),
    })),
  );
}

/** @throws InputProblem when it can't be written. */
export function writeNew({ name, text, secret }: NewFile, folder: string): void {
  const path = resolve(folder, name);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text, secret && 0o600);
  } catch (error) {
    throw new InputProblem('not-writable', `can't write there: ${systemProblem(error) ?? error}`, {
      file: name,
      remedy: 'Make the folder writable, or start init in another one.',
    });
  }
}
