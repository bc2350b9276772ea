import type { Language } from '../../../src/messages/message.js';
import { fill, words } from '../../html/words.js';
import { inShort } from './in-short.js';
import type { Phrase } from './judgement.js';

/** A sentence as text; what checks said in it is in the language of the result that it was made of. */
export function plain(phrases: readonly Phrase[], lang: Language = 'en'): string {
  return phrases
    .map((phrase) => {
      if (typeof phrase === 'string') return phrase;
      return 'said' in phrase
        ? inShort(phrase.said)
        : fill(words[lang][phrase.word], lang, phrase.values);
    })
    .join('');
}
