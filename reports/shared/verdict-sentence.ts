import type { TargetResult } from '../../schemas/generated/result.js';
import { byShortReason } from './group.js';
import { verdictWords } from './verdict-words.js';

/** How many reasons are named before the others are counted. */
const named = 5;

/**
 * The verdict of a target in one sentence, with what it leaves out and what was not tested: `conformant, 14 not tested:
 * no otherClient, no transaction`.
 */
export function verdictSentence(target: TargetResult): string {
  const verdict = verdictWords(target);
  const untested = target.checks.filter((check) => check.outcome === 'untested');
  if (untested.length === 0) return verdict;
  const reasons = [...byShortReason(untested).keys()];
  const rest = reasons.length - named;
  const told = reasons.slice(0, named).join(', ');
  const others = rest > 0 ? ` and ${rest} other ${rest === 1 ? 'reason' : 'reasons'}` : '';
  return `${verdict}, ${untested.length} not tested: ${told}${others}`;
}
