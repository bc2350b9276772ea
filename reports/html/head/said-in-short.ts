import { inShort } from '../../shared/judgement/in-short.js';
import type { Markup } from '../template.js';
import type { View } from '../view.js';

/** A message of the engine for the middle of a sentence, in the page's language if it has one. */
export function saidInShort(view: View, message: string): Markup {
  return view.both(inShort(message), inShort(view.inLanguage(message, 'id')));
}
