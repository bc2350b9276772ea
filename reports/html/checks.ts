import type { TargetResult } from '../../schemas/generated/result.js';
import { byArea } from '../shared/group.js';
import { checkDetails } from './check.js';
import { controlsOf } from './evidence.js';
import { exchangeDetails } from './exchange.js';
import { filterForm } from './filter.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** The view of details: every check of every target, with the filter above them; a piece for each target. */
export function* checksPieces(view: View): Generator<Markup, void> {
  yield html`<section id="details" data-view aria-labelledby="details-title">
  <h2 id="details-title" tabindex="-1">${view.say('allChecks')}</h2>
  <p class="no-script muted">${view.say('packed')}</p>
  ${filterForm(view)}
  <p id="no-match" class="muted" hidden>${view.say('noMatch')}</p>
`;
  for (const target of view.result.targets) yield targetChecks(view, target);
  yield html`</section>
`;
}

function targetChecks(view: View, target: TargetResult): Markup {
  const title = view.anchors.of(target, 'checks');
  return html`<section class="target-checks" aria-labelledby="${title}">
  <h3 id="${title}">${target.name}</h3>
  ${controls(view, target)}
  ${target.checks.length === 0 && html`<p class="muted">${view.say('noCheckMade')}</p>`}
  ${[...byArea(target.checks)].map(
    ([
      area,
      checks,
    ]) => html`<div class="area" id="${view.anchors.of(target, area)}" data-area="${area}">
    <h4>${area} <span class="muted numbers">${checks.length}</span></h4>
    ${checks.map((check) => checkDetails(view, target, check))}
  </div>`,
  )}
  ${others(view, target)}
</section>`;
}

/** The control of each target, and whether it was accepted. */
function controls(view: View, target: TargetResult): Part {
  const exchanges = controlsOf(view, target);
  if (exchanges.length === 0) return undefined;
  return html`<details class="controls" id="${view.anchors.of(target, 'control')}"><summary>${view.say('controls')} <span class="muted numbers">${exchanges.length}</span></summary>
  <p class="muted">${view.say('controlsMean')}</p>
  ${exchanges.map((exchange) => exchangeDetails(view, exchange))}</details>`;
}

/** Exchanges that no check names: they are shown too, so that nothing is held back. */
function others(view: View, target: TargetResult): Part {
  const named = new Set([
    ...controlsOf(view, target),
    ...target.checks.flatMap((check) => view.lookup.exchangesOf(target, check)),
  ]);
  const rest = view.lookup.exchangesOfTarget(target).filter((exchange) => !named.has(exchange));
  return (
    rest.length > 0 &&
    html`<details class="controls"><summary>${view.say('otherExchanges')} <span class="muted numbers">${rest.length}</span></summary>
  ${rest.map((exchange) => exchangeDetails(view, exchange))}</details>`
  );
}
