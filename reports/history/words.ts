import { type Lang, type Word, words } from '../html/words.js';
import { en } from './words/en.js';
import { id } from './words/id.js';

/** The name of a text of the history: one of its own, or of the report. */
export type HistoryWord = Word | keyof typeof en;

/** The interface of the history in every language. */
export const historyWords: Record<Lang, Record<HistoryWord, string>> = {
  en: { ...words.en, ...en },
  id: { ...words.id, ...id },
};
