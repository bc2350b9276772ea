import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputProblem } from '../../engine/input/input-problem.js';
import { systemProblem } from '../../engine/input/writing/system-problem.js';

/** As much of a file as shows whether it is a result. */
const headBytes = 256;

/**
 * The results that files and folders hold, at any depth: files of JSON that begin as a result does, whatever their
 * names. A file that is named is taken as it is.
 *
 * @returns paths as the user named them, or below that
 * @throws InputProblem for one that isn't there or can't be read, and for a folder without a result.
 */
export function findResults(named: readonly string[]): string[] {
  return [...new Set(named.flatMap(resultsIn))];
}

function resultsIn(named: string): string[] {
  try {
    if (!statSync(named).isDirectory()) return [named];
    const found = readdirSync(named, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(isResult)
      .sort();
    if (found.length > 0) return found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputProblem(
      code === 'ENOENT' ? 'file-not-found' : 'file-unreadable',
      code === 'ENOENT'
        ? 'there is no such folder'
        : `can't read it: ${systemProblem(error) ?? code}`,
      { file: named, remedy: 'Name the folder in which the results of runs are kept.' },
    );
  }
  throw new InputProblem('no-result', 'there is no result in this folder', {
    file: named,
    remedy: 'Keep the result.json of each run, in a folder or under a name of its own.',
  });
}

/** The badge has a schemaVersion too. */
const beginning = /^\s*\{\s*"schemaVersion"\s*:\s*\d+\s*,\s*"tool"\s*:/;

function isResult(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const length = readSync(handle, head);
    return beginning.test(head.toString('utf8', 0, length));
  } finally {
    closeSync(handle);
  }
}
