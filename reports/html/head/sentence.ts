import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import { judgementOf, type Phrase, weightiestAmong } from '../../shared/judgement/judgement.js';
import { partOf } from '../../shared/verdict-words.js';
import { partMark } from '../part-mark.js';
import { quoted } from '../prose.js';
import { html, type Markup } from '../template.js';
import type { View } from '../view.js';

/** The words for a target with its verdict. */
const verdicts = {
  conformant: 'headConformant',
  'non-conformant': 'headNonConformant',
  inconclusive: 'headInconclusive',
} as const;

/** The sentence about a run: that of its target, or how many targets conform and what weighs most among them. */
export function runSentence(view: View, result: Result): Markup {
  const { targets } = result;
  const [only] = targets;
  if (!only) return view.say('noTarget');
  if (targets.length === 1)
    return html`${view.say(verdicts[only.verdict], only.name)}${partMark(view, only)}: ${judgement(view, only)}`;
  const conformant = targets.filter(({ verdict }) => verdict === 'conformant').length;
  const partial = targets.some((target) => partOf(target));
  return html`${view.say('headMany', conformant, targets.length)}${partial && html` ${view.say('byPart')}`}${phrases(view, weightiestAmong(result))}`;
}

/** What the verdict of a target comes to: the sentence about it, from where the verdict has been said. */
export function judgement(view: View, target: TargetResult): Markup {
  return phrases(view, judgementOf(target));
}

function phrases(view: View, some: readonly Phrase[]): Markup {
  return html`${some.map((phrase) => {
    if (typeof phrase === 'string') return phrase;
    return 'said' in phrase ? quoted(phrase.said) : view.say(phrase.word, ...phrase.values);
  })}`;
}
