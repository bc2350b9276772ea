import type { Exchange, TargetResult } from '../../schemas/generated/result.js';
import { areaOf, byArea } from '../shared/group.js';
import { outcomeWords, shownOutcome, shownOutcomes } from '../shared/shown-outcome.js';
import { checkDetails } from './check.js';
import { exchangeBody, exchangeLine } from './exchange.js';
import { icon } from './icons.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** Every check of every target, with the filter above them. */
export function checksSection(view: View): Markup {
  const { targets } = view.result;
  return html`<section id="checks" aria-labelledby="checks-title">
  <h2 id="checks-title">All checks</h2>
  ${filter(view)}
  <p id="no-match" class="muted" hidden>No check matches the filter.</p>
  ${targets.map((target) => targetChecks(view, target))}
</section>`;
}

function targetChecks(view: View, target: TargetResult): Markup {
  const shared = sharedExchanges(view, target);
  const areas = [...byArea(target.checks)];
  return html`<section class="target-checks" aria-labelledby="${view.anchors.of(target, 'checks')}">
  <h3 id="${view.anchors.of(target, 'checks')}">${target.name}</h3>
  ${target.checks.length === 0 && html`<p class="muted">No check was made.</p>`}
  ${areas.map(
    ([area, checks]) => html`<div class="area" role="group" aria-label="${area}">
    <h4>${area} <span class="muted numbers">${checks.length}</span></h4>
    ${checks.map((check) => checkDetails(view, target, check, shared))}
  </div>`,
  )}
  ${
    shared.size > 0 &&
    html`<h4>Exchanges that serve several checks, or the control</h4>
  ${[...shared].map(
    (exchange) => html`<details class="exchange" id="${view.anchors.of(target, exchange.id)}">
    <summary>${exchangeLine(exchange)}</summary>${exchangeBody(exchange)}</details>`,
  )}`
  }
</section>`;
}

/** The exchanges of a target that don't belong to exactly one check. */
function sharedExchanges(view: View, target: TargetResult): Set<Exchange> {
  const uses = new Map<Exchange, number>();
  for (const check of target.checks) {
    for (const exchange of new Set(view.lookup.exchangesOf(target, check))) {
      uses.set(exchange, (uses.get(exchange) ?? 0) + 1);
    }
  }
  const all = view.lookup.exchangesOfTarget(target);
  const controls = [target.control, ...Object.values(target.controls ?? {})];
  const control = new Set(controls.flatMap((finding) => view.lookup.exchangesOf(target, finding)));
  return new Set(all.filter((exchange) => uses.get(exchange) !== 1 || control.has(exchange)));
}

function filter({ result }: View): Markup {
  const checks = result.targets.flatMap((target) => target.checks);
  const present = new Map(
    shownOutcomes.map((outcome) => [
      outcome,
      checks.filter((one) => shownOutcome(one) === outcome).length,
    ]),
  );
  const areas = [...new Set(checks.map(({ id }) => areaOf(id)))];
  return html`<form id="filter" class="js" role="search" aria-label="Filter the checks">
    <div class="row">
      <label class="search"><span>Search</span><input type="search" name="q" autocomplete="off" placeholder="id, words, response code" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></label>
      ${
        result.targets.length > 1 &&
        select(
          'Target',
          'target',
          result.targets.map(({ name }) => name),
        )
      }
      ${select('Area', 'area', areas)}
      ${select('Level', 'level', ['MUST', 'SHOULD', 'MAY'])}
      <output id="shown" class="numbers">${checks.length} of ${checks.length} checks</output>
    </div>
    <div class="row">
      <fieldset><legend class="visually-hidden">Outcome</legend>${shownOutcomes.map((outcome) => chip(outcome, present.get(outcome) ?? 0))}</fieldset>
      <span class="buttons"><button type="button" id="clear">Clear</button><button type="button" id="toggle-all" aria-pressed="false">Open all</button></span>
    </div>
  </form>`;
}

function chip(outcome: (typeof shownOutcomes)[number], count: number): Part {
  return (
    count > 0 &&
    html`<label class="chip ${outcome}"><input type="checkbox" name="outcome" value="${outcome}">${icon(outcome)}${outcomeWords[outcome]} <span class="numbers">${count}</span></label>`
  );
}

function select(label: string, name: string, options: readonly string[]): Markup {
  return html`<label><span class="visually-hidden">${label}</span><select name="${name}"><option value="">all ${name}s</option>${options.map(
    (option) => html`<option value="${option}">${option}</option>`,
  )}</select></label>`;
}
