import type { CheckResult } from '../../schemas/generated/result.js';
import { type ShownOutcome, shownOutcome, shownOutcomes } from '../shared/shown-outcome.js';
import { html, type Markup } from './template.js';
import type { View } from './view.js';

/** How many checks came out how. */
export type Counts = Record<ShownOutcome, number>;

/** Counts checks by the outcome that is shown. */
export function countsOf(checks: readonly CheckResult[]): Counts {
  const counts = Object.fromEntries(shownOutcomes.map((outcome) => [outcome, 0])) as Counts;
  for (const check of checks) counts[shownOutcome(check)] += 1;
  return counts;
}

/** From what is well to what says nothing. */
const order: readonly ShownOutcome[] = [
  'passed',
  'failed',
  'warning',
  'cantTell',
  'untested',
  'inapplicable',
];

/** The counts as one bar; decoration, the numbers stand beside it. */
export function bar(counts: Counts): Markup {
  const total = order.reduce((sum, outcome) => sum + counts[outcome], 0);
  let x = 0;
  const parts = order.map((outcome) => {
    const width = total === 0 ? 0 : (counts[outcome] / total) * 100;
    const part = html`<rect class="${outcome}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="1"></rect>`;
    x += width;
    return width > 0 && part;
  });
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** The counts in words, in the order of what needs a reader first; outcomes that did not occur only if `all`. */
export function countList(view: View, counts: Counts, { all = false } = {}): Markup {
  return html`<ul class="counts">${shownOutcomes.map((outcome) => {
    const count = counts[outcome];
    const word = outcome === 'warning' ? view.say('warnings', count) : view.say(outcome);
    return (
      (all || count > 0) &&
      html`<li class="${count === 0 ? 'none' : outcome}"><span class="number">${count}</span> ${word}</li>`
    );
  })}</ul>`;
}
