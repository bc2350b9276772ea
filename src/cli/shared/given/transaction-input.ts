import { readFileSync } from 'node:fs';
import { InputProblem } from '../../../engine/input/input-problem.js';
import { readText } from '../../../engine/input/read-data.js';

/** @throws InputProblem when the file can't be read. */
export function readBody(file: string | undefined): Buffer | undefined {
  if (file === undefined) return undefined;
  if (file === '-') return readFileSync(process.stdin.fd);
  // For its message when the file can't be read.
  readText(file);
  return readFileSync(file);
}

/** @throws InputProblem for a text that is not an http or https URL. */
export function requireUrl(text: string, option = '--base-url'): URL {
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text);
  throw new InputProblem('invalid-url', `${option} takes an http or https URL, not "${text}"`);
}
