import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputProblem } from '../../engine/input/input-problem.js';
import { mostKeyBytes, readBytes } from '../../engine/input/reading/read-bytes.js';
import { shellWords } from '../../engine/input/text.js';
import { writeWhole } from '../../engine/input/writing/draft-file.js';
import { systemProblem } from '../../engine/input/writing/system-problem.js';
import { exitStatus } from '../shared/exit-status.js';
import { readPassphrase } from '../shared/passphrase.js';
import { describeKey } from './describe-key.js';
import type { KeyFlags } from './flags.js';
import { keyText } from './key-text.js';

/**
 * Prints what a key file holds, and writes it as PEM if that is asked for and SNAP can use the key.
 *
 * @returns the exit status
 * @throws InputProblem when the file or the passphrase can't be read, or the file to write is there already.
 */
export function tellKey(file: string, flags: KeyFlags): number {
  if (flags.public && flags.out === undefined)
    throw new InputProblem('missing-option', '--public says what --out writes', {
      remedy: 'Give --out public.pem too.',
    });
  const passphrase = readPassphrase(flags);
  const bytes = readBytes(resolve(file), file, mostKeyBytes);
  const { description, key } = describeKey(bytes, file, shellWords([file]), passphrase);
  const written = description.usable && key && flags.out !== undefined ? flags.out : undefined;
  if (written !== undefined && key) writePem(key, written, flags.public === true);
  if (flags.json)
    console.log(JSON.stringify({ ...description, out: written ?? null }, undefined, 2));
  else {
    console.log(keyText(description, flags.out !== undefined));
    if (flags.out !== undefined)
      console.log(written ? `Written: ${written}` : 'Nothing was written.');
  }
  return description.usable ? exitStatus.conformant : exitStatus.nonConformant;
}

/** Writes the key so that only its owner can read it, and never over a file. */
function writePem(key: KeyObject, file: string, publicHalf: boolean): void {
  const pem =
    key.type === 'private' && !publicHalf
      ? key.export({ type: 'pkcs8', format: 'pem' })
      : (key.type === 'private' ? createPublicKey(key) : key).export({
          type: 'spki',
          format: 'pem',
        });
  if (existsSync(resolve(file)))
    throw new InputProblem(
      'would-overwrite',
      'there is such a file already, and it would be overwritten',
      { file, remedy: 'Nothing was written. Name another file, or remove it first.' },
    );
  try {
    writeWhole(resolve(file), pem, 0o600);
  } catch (error) {
    throw new InputProblem('not-writable', `can't write there: ${systemProblem(error) ?? error}`, {
      file,
      remedy: 'Name a file in a folder that is there and can be written to.',
    });
  }
}
