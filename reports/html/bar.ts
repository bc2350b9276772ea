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

/** The least width of an outcome that occurred, in per cent: one failure among hundreds has to be seen. */
const leastWidth = 1.2;

/** The counts as one bar. It is decoration: the numbers stand next to it. */
export function bar(counts: Counts): Markup {
  const total = order.reduce((sum, outcome) => sum + counts[outcome], 0);
  const widths = order.map((outcome) =>
    counts[outcome] === 0 ? 0 : Math.max(leastWidth, (counts[outcome] / total) * 100),
  );
  const sum = widths.reduce((one, other) => one + other, 0);
  let x = 0;
  const parts = order.map((outcome, at) => {
    const width = sum === 0 ? 0 : ((widths[at] ?? 0) / sum) * 100;
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

/** The outcomes that say whether a requirement is kept, and those that say nothing of it. */
const kinds = {
  judged: ['failed', 'warning', 'passed'],
  notJudged: ['cantTell', 'untested', 'inapplicable'],
} as const;

/** How much of a target was judged: a bar over that alone, and the counts, which lead to their checks. */
export function judgedBar(view: View, target: TargetResult): Markup {
  const counts = countsOf(target.checks);
  return html`${bar({ ...counts, cantTell: 0, untested: 0, inapplicable: 0 })}
  <dl class="tally">${(['judged', 'notJudged'] as const).map((kind) => {
    const sum = kinds[kind].reduce((one, outcome) => one + counts[outcome], 0);
    return html`<div><dt>${view.say(kind)} <span class="number">${sum}</span></dt><dd>${countLinks(view, target, counts, kinds[kind])}</dd></div>`;
  })}</dl>`;
}

/** Counts, with those that are 0; each leads to its checks, which the script filters. The signs are those of the cells. */
function countLinks(
  view: View,
  target: TargetResult,
  counts: Counts,
  outcomes: readonly ShownOutcome[],
): Markup {
  const title = view.anchors.of(target, 'checks');
  return html`<ul class="counts">${outcomes.map((outcome) => {
    const told = html`<i class="sign ${outcome}"></i>${count(view, counts, outcome)}`;
    if (counts[outcome] === 0) return html`<li class="none">${told}</li>`;
    const filter = new URLSearchParams({ outcome, target: title });
    return html`<li><a class="${outcome}" href="#${title}" data-filter="${filter.toString()}">${told}</a></li>`;
  })}</ul>`;
}

function count(view: View, counts: Counts, outcome: ShownOutcome): Markup {
  const number = counts[outcome];
  const word = outcome === 'warning' ? view.say('warnings', number) : view.say(outcome);
  return html`<span class="number">${number}</span> ${word}`;
}
