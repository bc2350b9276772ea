import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { type ShownOutcome, shownOutcome, shownOutcomes } from '../shared/shown-outcome.js';
import { html, type Markup } from './template.js';
import type { View } from './view.js';

/** How many checks had each outcome. */
export type Counts = Record<ShownOutcome, number>;

/** Counts checks by the outcome that is shown. */
export function countsOf(checks: readonly CheckResult[]): Counts {
  const counts = Object.fromEntries(shownOutcomes.map((outcome) => [outcome, 0])) as Counts;
  for (const check of checks) counts[shownOutcome(check)] += 1;
  return counts;
}

/** From what is fine to what says nothing. */
const order: readonly ShownOutcome[] = [
  'passed',
  'failed',
  'warning',
  'cantTell',
  'untested',
  'inapplicable',
];

/** The counts as one bar. It is decoration: the numbers stand next to it. */
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

/** The counts in words, for the outcomes that occurred; what needs the reader's attention comes first. */
export function countList(view: View, counts: Counts): Markup {
  const occurred = shownOutcomes.filter((outcome) => counts[outcome] > 0);
  return html`<ul class="counts">${occurred.map((outcome) => html`<li class="${outcome}">${count(view, counts, outcome)}</li>`)}</ul>`;
}

/** The counts of a target, with those that are 0; each leads to its checks, which the script filters. */
export function countLinks(view: View, target: TargetResult): Markup {
  const counts = countsOf(target.checks);
  const title = view.anchors.of(target, 'checks');
  return html`<ul class="counts">${shownOutcomes.map((outcome) => {
    if (counts[outcome] === 0) return html`<li class="none">${count(view, counts, outcome)}</li>`;
    const filter = new URLSearchParams({ outcome, target: title });
    return html`<li><a class="${outcome}" href="#${title}" data-filter="${filter.toString()}">${count(view, counts, outcome)}</a></li>`;
  })}</ul>`;
}

function count(view: View, counts: Counts, outcome: ShownOutcome): Markup {
  const number = counts[outcome];
  const word = outcome === 'warning' ? view.say('warnings', number) : view.say(outcome);
  return html`<span class="number">${number}</span> ${word}`;
}
