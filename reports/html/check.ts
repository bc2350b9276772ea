import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { shownOutcome } from '../shared/shown-outcome.js';
import { code } from './code.js';
import { evidenceOf } from './evidence.js';
import { fact } from './fact.js';
import { outcomeBadge } from './icons.js';
import { knownFailure } from './known.js';
import { showsRemedy } from './pack.js';
import { prose, quoted } from './prose.js';
import { reveal } from './reveal.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/**
 * One check. Closed, it shows its claim, level and outcome; opened, the requirement, what was found and the evidence.
 * The evidence of a check that found nothing wrong is packed.
 */
export function checkDetails(view: View, target: TargetResult, check: CheckResult): Markup {
  const outcome = shownOutcome(check);
  const id = view.anchors.of(target, check.id);
  const finding = outcome === 'failed' || outcome === 'warning' || outcome === 'cantTell';
  const body = checkBody(view, target, check);
  const inPage = finding ? view.pack.orInPage(id, body) : view.pack.put(id, body);
  return html`<details class="check${finding && ' finding'}" id="${id}" data-outcome="${outcome}"${check.known && known}${check.exchanges.length > 0 && html` data-evidence="${check.exchanges.join(' ')}"`}>
<summary>${outcomeBadge(view, outcome)}${view.title(check.id)}${check.known && html`<span class="tag">${view.say('known')}</span>`}<span class="level ${check.level}">${check.level}</span><code class="id">${check.id}</code></summary>
<div class="check-body">${inPage ?? [message(view, check), finding && html`<p class="no-script">${view.say('packedHere')}</p>`]}</div></details>`;
}

const known = html` data-known`;

function checkBody(view: View, target: TargetResult, check: CheckResult): Markup {
  const requirement = view.lookup.requirement(check.id);
  const evidence = evidenceOf(view, target, check);
  return html`${message(view, check)}
    ${check.known && knownFailure(view, check.known)}
    <dl>
      ${requirement && fact(view, 'requirement', view.said(requirement.statement, prose))}
      ${check.lowered !== undefined && fact(view, 'lowered', view.said(check.lowered))}
      ${check.sources.length > 0 && fact(view, 'sources', sources(check.sources))}
      ${requirement && fact(view, 'whyItMatters', view.said(requirement.rationale, prose))}
      ${requirement && showsRemedy(check) && fact(view, 'remedy', view.remedy(requirement))}
      ${check.runs !== undefined && fact(view, 'restsOn', view.say(requirement?.kind === 'property' ? 'runsOfProperty' : 'runs', check.runs))}
      ${check.contradictions && check.contradictions.length > 0 && fact(view, 'contradictions', contradictionLinks(view, target, check.contradictions))}
      ${check.counterexample && fact(view, 'counterexample', counterexample(view, check.counterexample))}
    </dl>
    ${check.replay !== undefined && html`<h5>${view.say('replayAlone')}</h5>${code(view, reveal(check.replay), 'copyReplay')}`}
    ${check.exchanges.length > 0 && html`<h5>${view.say('evidence')}</h5>${evidence}`}
    <p class="permalink"><a href="${view.anchors.to(target, check.id)}">${view.say('linkToCheck')}</a></p>`;
}

function message(view: View, { message }: CheckResult): Markup {
  return html`<p class="message">${view.said(message)}</p>`;
}

function sources(lines: readonly string[]): Part {
  return lines.length === 1
    ? lines.map(quoted)
    : html`<ul lang="en">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function contradictionLinks(view: View, target: TargetResult, ids: readonly string[]): Part {
  const known = new Set(target.contradictions.map(({ id }) => id));
  return ids.map((id) =>
    known.has(id)
      ? html`<a href="${view.anchors.toContradiction(target, id)}">${id}</a> `
      : html`<span>${id}</span> `,
  );
}

function counterexample(
  view: View,
  { value, seed, path }: NonNullable<CheckResult['counterexample']>,
): Markup {
  return html`${code(view, reveal(JSON.stringify(value, null, 2)))}<span class="muted numbers">${view.say('seedAndPath', String(seed), path)}</span>`;
}
