import type { WireHeaders } from '../http/wire.js';
import { unreadable } from './given-problem.js';

/** A name as RFC 9110 §5.1 has it. */
export const headerName = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * Headers of lines `Name: value`. A line that begins with white space goes on with the one before (RFC 9112 §5.2).
 *
 * @param first the number of the first line, for messages
 * @throws InputProblem for a line that is no header, without its text.
 */
export function headerLines(lines: readonly string[], file: string, first: number): WireHeaders {
  const headers: WireHeaders = [];
  for (const [index, line] of lines.entries()) {
    const before = headers.at(-1);
    if (/^[ \t]/.test(line) && before) {
      before[1] = `${before[1]} ${line.trim()}`.trim();
      continue;
    }
    const colon = line.indexOf(':', 1);
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (!headerName.test(name))
      throw unreadable('this line is no header: a name, a colon, a value', {
        file: `${file}:${first + index}`,
        remedy:
          'Give each header a line of its own, and leave an empty line between the headers and the body.',
      });
    headers.push([name, line.slice(colon + 1).trim()]);
  }
  return headers;
}
