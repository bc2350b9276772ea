import type { CheckResult, Exchange, TargetResult } from '../../schemas/generated/result.js';
import { areaOf } from '../shared/group.js';
import { shownOutcome } from '../shared/shown-outcome.js';
import { code } from './code.js';
import { exchangeBody, exchangeLine } from './exchange.js';
import { outcomeBadge } from './icons.js';
import { prose } from './prose.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/**
 * One check, closed: its claim, level and outcome; opened: the requirement, what was found and the evidence.
 * Exchanges in `shared` serve several checks and are shown in full once, further down the page.
 */
export function checkDetails(
  view: View,
  target: TargetResult,
  check: CheckResult,
  shared: ReadonlySet<Exchange>,
): Markup {
  const requirement = view.lookup.requirement(check.id);
  const outcome = shownOutcome(check);
  const exchanges = view.lookup.exchangesOf(target, check);
  return html`<details class="check" id="${view.anchors.of(target, check.id)}" data-target="${target.name}"
    data-outcome="${outcome}" data-level="${check.level}" data-area="${areaOf(check.id)}">
  <summary>${outcomeBadge(outcome)}<span class="title">${requirement?.title ?? check.id}</span>
    <span class="level ${check.level}">${check.level}</span><code class="id">${check.id}</code></summary>
  <div class="check-body">
    <p class="message">${check.message}</p>
    <dl>
      ${requirement && term('Requirement', prose(requirement.statement))}
      ${check.lowered !== undefined && term('Level', check.lowered)}
      ${check.sources.length > 0 && term(check.sources.length === 1 ? 'Source' : 'Sources', list(check.sources))}
      ${requirement && term('Why it matters', prose(requirement.rationale))}
      ${requirement && outcome !== 'passed' && term('Remedy', prose(requirement.remedy))}
      ${check.runs !== undefined && term('Rests on', runs(check.runs, requirement?.kind))}
      ${check.contradictions && check.contradictions.length > 0 && term('Contradictions', contradictionLinks(view, target, check.contradictions))}
      ${check.counterexample && term('Counterexample', counterexample(check.counterexample))}
    </dl>
    ${check.replay !== undefined && html`<h5>Replay this check alone</h5>${code(check.replay, { copies: 'the replay command' })}`}
    ${exchanges.length > 0 && html`<h5>Exchanges</h5>`}
    ${exchanges.map((exchange) => (shared.has(exchange) ? reference(view, target, exchange) : full(view, target, exchange)))}
    <p class="permalink"><a href="${view.anchors.to(target, check.id)}">Link to this check</a></p>
  </div>
</details>`;
}

function full(view: View, target: TargetResult, exchange: Exchange): Markup {
  return html`<details class="exchange" id="${view.anchors.of(target, exchange.id)}"${exchange.purpose === 'probe' && openAttribute}>
    <summary>${exchangeLine(exchange)}</summary>${exchangeBody(exchange)}</details>`;
}

const openAttribute = html` open`;

/** The script fills it from the exchange that it names, when it is opened; without script it stays a link. */
function reference(view: View, target: TargetResult, exchange: Exchange): Markup {
  return html`<details class="exchange" data-from="${view.anchors.of(target, exchange.id)}">
    <summary>${exchangeLine(exchange)}</summary>
    <p><a href="${view.anchors.to(target, exchange.id)}">${exchange.id} serves several checks: shown in full under Exchanges</a></p></details>`;
}

function term(name: string, content: Part): Markup {
  return html`<div><dt>${name}</dt><dd>${content}</dd></div>`;
}

function list(lines: readonly string[]): Part {
  return lines.length === 1 ? lines : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function runs(count: number, kind: 'example' | 'property' | undefined): string {
  const told = count === 1 ? '1 run' : `${count} runs`;
  return kind === 'property' ? `${told} of a property` : told;
}

function contradictionLinks(view: View, target: TargetResult, ids: readonly string[]): Part {
  const known = new Set(target.contradictions.map(({ id }) => id));
  return ids.map((id) =>
    known.has(id)
      ? html`<a href="${view.anchors.to(target, `contradictions/${id}`)}">${id}</a> `
      : html`<span>${id}</span> `,
  );
}

function counterexample({ value, seed, path }: NonNullable<CheckResult['counterexample']>): Markup {
  return html`${code(JSON.stringify(value, null, 2))}<span class="muted numbers">seed ${seed}, path ${path}</span>`;
}
