import type { ContradictionFinding, TargetResult } from '../../schemas/generated/result.js';
import { icon } from './icons.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** Where a provider's document contradicts itself: each reading with its place, and which one the target took. */
export function contradictionsSection(view: View): Part {
  const targets = view.result.targets.filter(({ contradictions }) => contradictions.length > 0);
  if (targets.length === 0) return undefined;
  return html`<section id="contradictions" aria-labelledby="contradictions-title">
  <h2 id="contradictions-title">Contradictions</h2>
  <p class="muted">The documents behind a profile support two readings here. Unless it says otherwise, each is accepted, and none is a failure.</p>
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
  return html`<div class="scroll"><table class="contradiction" id="${view.anchors.of(target, `contradictions/${id}`)}">
  <caption><strong>${summary}</strong> <code>${id}</code></caption>
  <thead><tr><th scope="col">Reading</th><th scope="col">The document says</th><th scope="col">Where</th><th scope="col">The target</th></tr></thead>
  <tbody>${readings.map(
    ({
      name,
      says,
      place,
      taken,
    }) => html`<tr${taken && takenClass}><th scope="row">${name}</th><td>${says}</td><td>${place}</td>
    <td>${taken ? html`${icon('passed')} took this reading` : html`<span class="muted">was not seen to</span>`}</td></tr>`,
  )}</tbody>
</table></div>
${ruling === 'first' && html`<p>Only <code>${readings[0]?.name ?? ''}</code> can be meant, and is asked for. ${because ?? ''}</p>`}`;
}

const takenClass = html` class="taken"`;
