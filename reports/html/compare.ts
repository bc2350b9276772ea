import type { CheckResult } from '../../schemas/generated/result.js';
import { shownOutcome, shownOutcomes } from '../shared/shown-outcome.js';
import { icon, outcomeBadge } from './icons.js';
import { scroll } from './scroll.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** One requirement, and its outcome at each target. */
interface Row {
  id: string;
  checks: (CheckResult | undefined)[];
}

/** From so many targets on, a table of outcomes in words is too wide: a matrix has their icons. */
const fleet = 5;

/**
 * Several targets side by side: the checks whose outcomes differ, those that were judged first. Of a fleet, all checks.
 */
export function compareSection(view: View): Part {
  const { targets } = view.result;
  if (targets.length < 2) return undefined;
  const isFleet = targets.length >= fleet;
  const table = isFleet ? matrix : wordsTable;
  const rows = rowsOf(view);
  const differing = rows.filter(({ checks }) => new Set(checks.map(outcomeOf)).size > 1);
  const judged = differing.filter((row) => isJudged(row));
  const rest = differing.filter((row) => !isJudged(row));
  const alike = isFleet ? rows.filter((row) => !differing.includes(row)) : [];
  return html`<section id="compare" aria-labelledby="compare-title">
  <h2 id="compare-title">${view.say('compare')}</h2>
  <p class="muted">${view.say(differing.length === 0 ? 'compareSame' : 'compareMeans')}</p>
  ${isFleet && html`<p class="legend">${shownOutcomes.map((outcome) => html`${outcomeBadge(view, outcome)} `)}</p>`}
  ${judged.length > 0 && table(view, judged)}
  ${rest.length > 0 && html`<details class="reasons"><summary>${view.say('compareRest', rest.length)}</summary>${table(view, rest)}</details>`}
  ${alike.length > 0 && html`<details class="reasons"><summary>${view.say('compareAlike', alike.length)}</summary>${table(view, alike)}</details>`}
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

function wordsTable(view: View, rows: readonly Row[]): Markup {
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

/** Targets by checks, an icon each, which leads to the check's evidence; a target's name leads to its details. */
function matrix(view: View, rows: readonly Row[]): Markup {
  const { targets } = view.result;
  const heads = targets.map(
    (target) =>
      html`<th scope="col"><a href="${view.anchors.to(target, 'checks')}">${target.name}</a></th>`,
  );
  return scroll(
    view,
    'compare',
    html`<table class="compare matrix"><thead><tr><th scope="col">${view.say('requirement')}</th>${heads}</tr></thead>
  <tbody>${rows.map(
    ({ id, checks }) =>
      html`<tr><th scope="row"><code>${id}</code></th>${checks.map((check, at) => iconCell(view, at, check))}</tr>
`,
  )}</tbody></table>`,
  );
}

function iconCell(view: View, at: number, check: CheckResult | undefined): Markup {
  const target = view.result.targets[at];
  if (!check || !target)
    return html`<td class="muted"><span${view.attribute('aria-label', 'noCheck')} role="img">·</span></td>`;
  const outcome = shownOutcome(check);
  return html`<td><a href="${view.anchors.to(target, check.id)}"${view.attribute('aria-label', outcome)}>${icon(outcome)}</a></td>`;
}
