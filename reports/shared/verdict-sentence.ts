import type { TargetResult } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import { byShortReason } from './group.js';
import { verdictWords } from './verdict-words.js';

/** How many reasons are named before the others are counted. */
const named = 5;

/**
 * The verdict of a target in one sentence, with what it leaves out and what was not tested: `conformant, 14 not tested:
 * no otherClient, no transaction`.
 */
export function verdictSentence(target: TargetResult, lang: Language = 'en'): string {
  const verdict = verdictWords(target, lang);
  const untested = target.checks.filter((check) => check.outcome === 'untested');
  if (untested.length === 0) return verdict;
  const reasons = [...byShortReason(untested).keys()];
  return render(
    say('report/verdict/untested', {
      verdict,
      untested: untested.length,
      reasons: reasons.slice(0, named),
      rest: reasons.length - named,
    }),
    lang,
  );
}
