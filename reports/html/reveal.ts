import { codePoint, hiddenCharacters } from '../shared/visible.js';
import { html, type Part } from './template.js';

/** What hidden characters that matter to SNAP messages are known by. */
const names: Record<string, string> = {
  '\u0000': 'NUL',
  '\u000b': 'VT',
  '\u000c': 'FF',
  '\r': 'CR',
  '\u001b': 'ESC',
  '\u007f': 'DEL',
  '\u00a0': 'NBSP',
  '\u00ad': 'SHY',
  '\u200b': 'ZWSP',
  '\ufeff': 'BOM',
};

/** A text in which each character that hides stands as a sign of its own, with its code point and usual name. */
export function reveal(text: string): Part {
  const pieces: Part[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(hiddenCharacters)) {
    const name = names[character];
    const told = codePoint(character) + (name === undefined ? '' : ` ${name}`);
    pieces.push(text.slice(from, index), html`<span class="cp">${told}</span>`);
    from = index + character.length;
  }
  return [...pieces, text.slice(from)];
}

/** Bytes in UTF-8 as two hexadecimal digits each, at most `most` of them. */
export function hexOf(text: string | Buffer, most: number): string {
  return [...Buffer.from(text as string).subarray(0, most)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(' ');
}

/** True for a text whose bytes tell more than its look: anything but printable ASCII, or white space at its ends. */
export function bytesMatter(text: string): boolean {
  return /[^\x20-\x7e]|^ | $| {2}/.test(text);
}
