import type { ContradictionFinding, TargetResult } from '../../schemas/generated/result.js';
import { icon } from './icons.js';
import { scroll } from './scroll.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** The contradictions of a provider's document: each reading with its place, and the one that the target follows. */
export function contradictionsSection(view: View): Part {
  const targets = view.result.targets.filter(({ contradictions }) => contradictions.length > 0);
  if (targets.length === 0) return undefined;
  return html`<section id="contradictions" aria-labelledby="contradictions-title">
  <h2 id="contradictions-title">${view.say('contradictions')}</h2>
  <p class="muted">${view.say('contradictionsMean')}</p>
  ${targets.map(
    (target) => html`<h3>${target.name} <span class="muted">${target.profile}</span></h3>
  ${target.contradictions.map((contradiction) => table(view, target, contradiction))}`,
  )}
</section>`;
}

function table(
  view: View,
  target: TargetResult,
  { id, summary, ruling, because, readings }: ContradictionFinding,
): Markup {
  const taken = readings.filter((reading) => reading.taken).map(({ name }) => name);
  const rows = readings.map(
    ({ name, says, place, taken }) =>
      html`<tr${taken && takenClass}><th scope="row" lang="en">${name}</th><td>${view.said(says)}</td><td lang="en">${place}</td>
    <td>${taken ? html`${icon('passed')} ${view.say('tookReading')}` : html`<span class="muted">${view.say('notSeen')}</span>`}</td></tr>`,
  );
  const readingsTable = html`<table class="readings"><thead><tr><th scope="col">${view.say('reading')}</th><th scope="col">${view.say('documentSays')}</th><th scope="col">${view.say('where')}</th><th scope="col">${view.say('theTarget')}</th></tr></thead>
  <tbody>${rows}</tbody></table>`;
  return html`<details class="contradiction" id="${view.anchors.ofContradiction(target, id)}"><summary><strong>${view.said(summary)}</strong> <code>${id}</code>
  <span class="took">${taken.length > 0 ? view.say('takes', taken.join(', ')) : view.say('takesUnseen')}</span></summary>
${scroll(view, 'contradictions', readingsTable)}
${ruling === 'first' && html`<p class="ruling">${view.say('onlyMeant')} <code>${readings[0]?.name ?? ''}</code>. ${view.said(because ?? '')}</p>`}</details>`;
}

const takenClass = html` class="taken"`;
