import type { CheckResult, Outcome } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';

/** An outcome as reports show it: a failed SHOULD or MAY is a warning. */
export type ShownOutcome = Outcome | 'warning';

/** Every outcome that is shown; what needs a reader's attention comes first. */
export const shownOutcomes: readonly ShownOutcome[] = [
  'failed',
  'warning',
  'cantTell',
  'passed',
  'untested',
  'inapplicable',
];

/** The words for each. */
export function outcomeWord(outcome: ShownOutcome, lang: Language = 'en'): string {
  return render(say(`report/outcome/${outcome}`), lang);
}

/** How the outcome of a check is shown. */
export function shownOutcome(check: Pick<CheckResult, 'level' | 'outcome'>): ShownOutcome {
  return check.outcome === 'failed' && check.level !== 'MUST' ? 'warning' : check.outcome;
}
