import { fill, words } from '../../html/words.js';
import type { Phrase } from './judgement.js';

/** A sentence as English text. */
export function plain(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) => {
      if (typeof phrase === 'string') return phrase;
      return 'said' in phrase ? phrase.said : fill(words.en[phrase.word], 'en', phrase.values);
    })
    .join('');
}
