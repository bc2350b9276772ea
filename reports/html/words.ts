import type { RenderOptions } from '../report.js';
import { en } from './words/en.js';
import { id } from './words/id.js';

/** A language of the page. */
export type Lang = NonNullable<RenderOptions['lang']>;

/** The name of a text of the interface. */
export type Word = keyof typeof en;

/** The texts of one language, complete. */
export type Words = Record<Word, string>;

/** A value in a text; numbers are written as the language writes them. */
export type Value = string | number;

/** The interface in every language. */
export const words: Record<Lang, Words> = { en, id };

/**
 * Puts values into a text: `{0}` the value, `{0|one|many}` the word for its number. The page's script uses it too.
 */
export function fill(text: string, lang: string, values: readonly Value[]): string {
  return text.replace(/\{(\d)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, at, one, many) => {
    const value = values[at];
    if (one !== undefined) return value === 1 ? one : many;
    // Most numbers are small, and a number format is slow to make.
    if (typeof value !== 'number' || (value < 1000 && value % 1 === 0)) return String(value);
    return value.toLocaleString(lang, { maximumFractionDigits: 1 });
  });
}
