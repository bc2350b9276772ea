/**
 * Text of at most `most` characters, on one line. A text that is too long loses its middle, because both ends of a
 * timestamp, a signature or a path tell more than the middle.
 */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  const characters = [...line];
  if (characters.length <= most) return line;
  const head = Math.ceil((most - 1) * 0.7);
  const tail = most - 1 - head;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
