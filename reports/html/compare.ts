import type { CheckResult } from '../../schemas/generated/result.js';
import { shownOutcome } from '../shared/shown-outcome.js';
import { outcomeBadge } from './icons.js';
import { scroll } from './scroll.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** One requirement, and its outcome at each target. */
interface Row {
  id: string;
  checks: (CheckResult | undefined)[];
}

/** Several targets side by side: the checks whose outcomes differ, those that were judged first. */
export function compareSection(view: View): Part {
  const { targets } = view.result;
  if (targets.length < 2) return undefined;
  const differing = rowsOf(view).filter(({ checks }) => new Set(checks.map(outcomeOf)).size > 1);
  const judged = differing.filter((row) => isJudged(row));
  const rest = differing.filter((row) => !isJudged(row));
  return html`<section id="compare" aria-labelledby="compare-title">
  <h2 id="compare-title">${view.say('compare')}</h2>
  <p class="muted">${view.say(differing.length === 0 ? 'compareSame' : 'compareMeans')}</p>
  ${judged.length > 0 && table(view, judged)}
  ${rest.length > 0 && html`<details class="reasons"><summary>${view.say('compareRest', rest.length)}</summary>${table(view, rest)}</details>`}
</section>`;
}

function rowsOf({ result: { targets } }: View): Row[] {
  const own = targets.map(({ checks }) => new Map(checks.map((check) => [check.id, check])));
  const ids = new Set(targets.flatMap(({ checks }) => checks.map(({ id }) => id)));
  return [...ids].map((id) => ({ id, checks: own.map((checks) => checks.get(id)) }));
}

function outcomeOf(check: CheckResult | undefined): string {
  return check ? shownOutcome(check) : '';
}

/** True if some target failed or could not be judged; other differences come from what applies to a target. */
function isJudged({ checks }: Row): boolean {
  return checks.some((check) => check?.outcome === 'failed' || check?.outcome === 'cantTell');
}

function table(view: View, rows: readonly Row[]): Markup {
  const { targets } = view.result;
  return scroll(
    view,
    'compare',
    html`<table class="compare"><thead><tr><th scope="col">${view.say('requirement')}</th>${targets.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
  <tbody>${rows.map(
    ({ id, checks }) =>
      html`<tr><th scope="row">${view.title(id)}<code class="id">${id}</code></th>${checks.map((check, at) => cell(view, at, check))}</tr>`,
  )}</tbody></table>`,
  );
}

function cell(view: View, at: number, check: CheckResult | undefined): Markup {
  const target = view.result.targets[at];
  if (!check || !target) return html`<td class="muted">${view.say('noCheck')}</td>`;
  return html`<td><a href="${view.anchors.to(target, check.id)}">${outcomeBadge(view, shownOutcome(check))}</a></td>`;
}
