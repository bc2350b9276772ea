import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a file is to hold: whole, or in pieces that are made as they are taken. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** A file that is complete, but not in its place yet. */
export interface DraftFile {
  /** Where it is until then. */
  path: string;
  /** Puts it in its place, in one step: whoever looks sees the former file or this one, whole. */
  commit(): void;
  /** Removes it; does nothing after `commit`. */
  discard(): void;
}

/** A draft that is so old was left behind by a process that was killed. */
const abandonedMs = 3_600_000;

/**
 * Writes a file next to the place where it is to be, in the same folder: a move is atomic only within one file system.
 *
 * @param mode Permissions of a new file; one that is there keeps its own unless they are given.
 * @throws the error of the system; nothing is left behind then.
 */
export function draftFile(place: string, content: FileContent, mode?: number): DraftFile {
  // A link stays one: what it leads to is replaced.
  const target = existsSync(place) ? realpathSync(place) : place;
  const path = join(dirname(target), `${prefixOf(target)}${randomBytes(4).toString('hex')}.tmp`);
  const discard = () => rmSync(path, { force: true });
  removeAbandoned(target);
  try {
    write(path, content, mode ?? modeOf(target));
  } catch (error) {
    discard();
    throw error;
  }
  const commit = () => {
    try {
      renameSync(path, target);
    } catch (error) {
      discard();
      throw error;
    }
  };
  return { path, commit, discard };
}

/** Writes a file whole, or leaves what was there. @throws the error of the system. */
export function writeWhole(place: string, content: FileContent, mode?: number): void {
  draftFile(place, content, mode).commit();
}

function write(path: string, content: FileContent, mode: number | undefined): void {
  const file = openSync(path, 'wx', mode ?? 0o666);
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else for (const piece of content) writeFileSync(file, piece);
    // Without it, a power loss soon after the move can leave an empty file; and some file systems say only here
    // that they are full.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function modeOf(file: string): number | undefined {
  const there = statSync(file, { throwIfNoEntry: false });
  return there?.isFile() ? there.mode & 0o777 : undefined;
}

function prefixOf(file: string): string {
  return `.${basename(file)}.`;
}

function removeAbandoned(file: string): void {
  const folder = dirname(file);
  const drafts = readdirSync(folder).filter(
    (name) =>
      name.startsWith(prefixOf(file)) &&
      /^[0-9a-f]{8}\.tmp$/.test(name.slice(prefixOf(file).length)),
  );
  for (const name of drafts) {
    const path = join(folder, name);
    const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > abandonedMs) rmSync(path, { force: true });
  }
}
