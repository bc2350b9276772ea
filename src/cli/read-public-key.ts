import type { KeyObject } from 'node:crypto';
import { InputProblem } from '../engine/input-problem.js';
import { readText } from '../engine/read-data.js';
import { KeyError, loadPublicKey } from '../protocol/keys.js';

/**
 * Reads a public key or certificate that an option names.
 *
 * @throws InputProblem
 */
export function readPublicKey(file: string): KeyObject {
  try {
    return loadPublicKey(readText(file)).key;
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new InputProblem(error.message, { file });
  }
}
