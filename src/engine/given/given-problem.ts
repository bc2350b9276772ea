import { InputProblem, type InputProblemPlace } from '../input/input-problem.js';

/** A text that can't be read as a request. It never repeats the text, which may hold a secret. */
export function unreadable(what: string, place: InputProblemPlace): InputProblem {
  return new InputProblem('request-unreadable', what, place);
}

/** A request that lacks something, or has a placeholder in its place. */
export function incomplete(what: string, place: InputProblemPlace): InputProblem {
  return new InputProblem('request-incomplete', what, place);
}

/** A file with the line and column of a place in its text: `curl.txt:3:12`. */
export function placeAt(file: string, text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${file}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
