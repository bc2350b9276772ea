import { codePoint, hiddenCharacters } from '../shared/visible.js';
import { html, type Part } from './template.js';

/** The usual names of hidden characters that matter in SNAP messages. */
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

/**
 * A text in which a sign stands for each hidden character, with its code point and usual name. The script copies the
 * character itself.
 */
export function reveal(text: string): Part {
  const pieces: Part[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(hiddenCharacters)) {
    const name = names[character];
    const told = codePoint(character) + (name === undefined ? '' : ` ${name}`);
    pieces.push(
      text.slice(from, index),
      html`<span class="cp" data-code="${character.codePointAt(0)}">${told}</span>`,
    );
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

/**
 * True for a text whose bytes tell more than its look: it has characters besides printable ASCII, or white space at an
 * end.
 */
export function bytesMatter(text: string): boolean {
  return /[^\x20-\x7e]|^ | $| {2}/.test(text);
}
