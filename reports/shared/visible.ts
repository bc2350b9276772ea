/**
 * Characters that hide or act where text is shown: control characters but tab and line feed, zero-width characters,
 * direction marks, and lone surrogates (which the `u` flag tells from pairs).
 */
export const hiddenCharacters =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/gu;

/**
 * Text in which no character hides or acts. A server under test chooses much of what a report shows: an escape
 * sequence would drive the terminal, a NUL break XML, a right-to-left override turn a line round. Such characters are
 * written by number, `<U+001B>`; tab and line feed stay.
 */
export function visible(text: string): string {
  return text.replace(hiddenCharacters, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
