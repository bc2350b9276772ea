/**
 * Characters that hide or act where text is shown: control characters except tab and line feed, spaces that look like
 * the usual one or like nothing, zero-width characters, direction marks, and lone surrogates (which the `u` flag tells
 * from pairs).
 */
export const hiddenCharacters =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\ufffe\uffff\ud800-\udfff]/gu;

/**
 * Text in which no character hides or acts. A server under test chooses much of what a report shows: an escape sequence
 * would drive the terminal, a NUL break XML, a right-to-left override reverse a line. Such characters are written by
 * number, `<U+001B>`; tab and line feed stay.
 */
export function visible(text: string): string {
  return text.replace(hiddenCharacters, (character) => `<${codePoint(character)}>`);
}

/** Text in which no character hides, on one line: line ends and tabs are written by number, `<U+000A>`. */
export function oneLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, (character) => `<${codePoint(character)}>`);
}

/** `U+001B` */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
