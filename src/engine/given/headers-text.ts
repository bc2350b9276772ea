import type { GivenOptions, GivenRequest } from './given-request.js';
import { headerLines } from './header-lines.js';

/**
 * Headers alone, as `sign` prints them: method, path and body are given otherwise.
 *
 * @throws InputProblem for a line that is no header.
 */
export function readHeaders(text: string, { file }: GivenOptions): GivenRequest {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => line.trim() === '');
  return {
    kind: 'headers',
    headers: headerLines(end < 0 ? rest : rest.slice(0, end), file, first + 1),
    open: new Map(),
    place: { file },
  };
}
