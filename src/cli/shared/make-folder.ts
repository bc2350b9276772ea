import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputProblem } from '../../engine/input/input-problem.js';
import { systemProblem } from '../../engine/input/writing/system-problem.js';

/**
 * Makes a folder unless it exists, and makes sure that it can be written to.
 *
 * @param option The option that names it: `--out DIR`.
 * @throws InputProblem when it is a file, or can't be made or written to.
 */
export function makeFolder(folder: string, option: string, mode?: number): void {
  try {
    make(resolve(folder), mode);
    // access(2) can't tell: it allows root everything, and writing can still fail.
    rmdirSync(mkdtempSync(join(folder, '.snap-')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isFile = code === 'EEXIST' || code === 'ENOTDIR';
    throw new InputProblem(
      'not-writable',
      `can't write there: ${isFile ? 'that is a file, not a folder' : (systemProblem(error) ?? code)}`,
      {
        file: folder,
        remedy: `Name another folder with ${option}.`,
      },
    );
  }
}

/** Node's own `recursive` never ends below a folder that takes no folders, such as /proc. */
function make(folder: string, mode?: number): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const above = dirname(folder);
  if (!existsSync(above)) make(above, mode);
  mkdirSync(folder, { mode });
}
