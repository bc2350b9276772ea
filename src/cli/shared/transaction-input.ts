import { readFileSync } from 'node:fs';
import { InputProblem } from '../../engine/input/input-problem.js';
import { readText } from '../../engine/input/read-data.js';

/** @throws InputProblem where the file can't be read. */
export function readBody(file: string | undefined): Buffer | undefined {
  if (file === undefined) return undefined;
  if (file === '-') return readFileSync(process.stdin.fd);
  // For its words, where there is none.
  readText(file);
  return readFileSync(file);
}

/** @throws InputProblem for what is no address. */
export function requireUrl(text: string, option = '--base-url'): URL {
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text);
  throw new InputProblem('invalid-url', `${option} takes an http or https URL, not "${text}"`);
}
