/**
 * How many lines a text takes, by estimate: as few as a program makes that breaks it at blanks and hyphens alone.
 *
 * @param width Characters of a line.
 */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + linesOfLine(line, width), 0);
}

/**
 * A text in parts of no more than so many lines, for cells that may not be higher than a page. Parts end at the end
 * of a line, unless a line by itself is too long. Joined by line feeds, or without where a line was cut, they are
 * the text.
 */
export function splitText(text: string, width: number, most: number): string[] {
  const lines = text.split('\n').flatMap((line) => cut(line, width, most));
  const parts: string[][] = [];
  let left = 0;
  for (const line of lines) {
    const count = linesOfLine(line, width);
    if (count > left) {
      parts.push([]);
      left = most;
    }
    parts.at(-1)?.push(line);
    left -= count;
  }
  return parts.map((part) => part.join('\n'));
}

function linesOfLine(line: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of line.match(/[^\s-]+-*|-+|\s+/g) ?? []) {
    if (used + length <= width) {
      used += length;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.ceil(length / width) - 1;
    used = length % width || width;
  }
  return lines;
}

/** A line in parts that each take no more lines than that. */
function cut(line: string, width: number, most: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (linesOfLine(rest, width) > most) {
    let length = width * most;
    while (linesOfLine(rest.slice(0, length), width) > most) length -= 1;
    // A cut inside a surrogate pair would leave half a character.
    const head = rest.slice(0, length).replace(/[\ud800-\udbff]$/, '');
    parts.push(head);
    rest = rest.slice(head.length);
  }
  return [...parts, rest];
}
