import type { CheckResult } from '../../schemas/generated/result.js';
import { areaOf, byArea } from '../shared/group.js';
import { bar, countList, countsOf } from './bar.js';
import { scroll } from './scroll.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** How much of each area was judged, by target. */
export function coverageSection(view: View): Part {
  const { targets } = view.result;
  const areas = new Set(targets.flatMap(({ checks }) => checks.map(({ id }) => areaOf(id))));
  if (areas.size === 0) return undefined;
  const byTarget = targets.map(({ checks }) => byArea(checks));
  const rows = [...areas].map(
    (area) =>
      html`<tr><th scope="row">${link(view, area)}</th>${byTarget.map((areas) => cell(view, areas.get(area) ?? []))}</tr>`,
  );
  const table = html`<table class="coverage"><thead><tr><th scope="col">${view.say('area')}</th>${targets.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
  <tbody>${rows}</tbody></table>`;
  return html`<section id="coverage" aria-labelledby="coverage-title">
  <h2 id="coverage-title">${view.say('coverage')}</h2>
  <p class="muted">${view.say('coverageMeans')}</p>
  ${scroll(view, 'coverage', table)}
</section>`;
}

/** A link to the area's checks, at the first target that has it. */
function link(view: View, area: string): Part {
  const target = view.result.targets.find(({ checks }) =>
    checks.some(({ id }) => areaOf(id) === area),
  );
  return target ? html`<a href="${view.anchors.to(target, area)}">${area}</a>` : area;
}

function cell(view: View, checks: readonly CheckResult[]): Markup {
  if (checks.length === 0) return html`<td class="muted">${view.say('noCheck')}</td>`;
  const counts = countsOf(checks);
  return html`<td>${bar(counts)}${countList(view, counts)}</td>`;
}
