import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { InputProblem } from '../input-problem.js';

/** The largest file that is read unless a caller says otherwise: far more than any config or key has. */
export const mostBytes = 32 * 2 ** 20;

/** The same for a file with a key or certificates. */
export const mostKeyBytes = 2 ** 20;

/** The same for a result or a journal: a text can't be much longer in V8. */
export const mostResultBytes = 500 * 2 ** 20;

/** Read at once from what has no size, such as a pipe. */
const chunkBytes = 2 ** 16;

/**
 * Reads a file, or what comes through a pipe.
 *
 * @param shown The file as the user named it.
 * @param most Bytes; what is longer, or never ends, is refused.
 * @throws InputProblem when the file can't be read, or is too large.
 */
export function readBytes(file: string, shown: string = file, most = mostBytes): Buffer {
  try {
    const descriptor = openSync(file, 'r');
    try {
      return readTo(descriptor, shown, most);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof InputProblem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new InputProblem(
      code === 'ENOENT' ? 'file-not-found' : 'file-unreadable',
      `can't read the file: ${reasons[code ?? ''] ?? code}`,
      {
        file: shown,
        remedy: 'Check the path; relative paths start at the file that names them.',
      },
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'that is a folder',
};

function readTo(descriptor: number, shown: string, most: number): Buffer {
  const { size } = fstatSync(descriptor);
  const chunks: Buffer[] = [];
  let length = 0;
  // A device or a pipe has a size of 0 and may go on for ever.
  for (let left = size; length <= most; left -= chunks.at(-1)?.length ?? 0) {
    const chunk = Buffer.allocUnsafe(Math.min(Math.max(left, chunkBytes), most + 1));
    const read = readSync(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks, length);
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  throw new InputProblem('file-too-large', `the file has more than ${shownSize(most)}`, {
    file: shown,
    remedy: 'Check the path: nothing of this kind is so large.',
  });
}

function shownSize(bytes: number): string {
  return bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes / 2 ** 10} KiB`;
}
