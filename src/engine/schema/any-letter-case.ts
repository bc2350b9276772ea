import { escapeRegExp } from '../input/text.js';

/** A pattern for any of the words in any letter case: JSON Schema's patterns have no flag for it. */
export function anyLetterCase(words: readonly string[]): string {
  const word = (text: string) =>
    [...text]
      .map((letter) =>
        /[a-z]/i.test(letter)
          ? `[${letter.toUpperCase()}${letter.toLowerCase()}]`
          : escapeRegExp(letter),
      )
      .join('');
  return `^(?:${words.map(word).join('|')})$`;
}
