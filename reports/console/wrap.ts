import { visible } from '../shared/visible.js';

/**
 * Text as lines of at most `width` characters: the first begins with `first`, the others with `rest`. White space and
 * line feeds of the text become breaks; a word that is longer than a line stays whole, so that it can be copied.
 * Characters that would drive the terminal are made visible.
 */
export function wrap(
  text: string,
  { width, first, rest }: { width: number; first: string; rest: string },
): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of visible(text).split(/\s+/).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
