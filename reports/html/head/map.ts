import type { CheckResult, TargetResult } from '../../../schemas/generated/result.js';
import { byArea, grouped } from '../../shared/group.js';
import { shownOutcome } from '../../shared/shown-outcome.js';
import { html, type Markup, type Part } from '../template.js';
import type { View } from '../view.js';

/** Up to so many targets have their cells open: more would hide each other, and the findings below them. */
const mostOpen = 3;

/**
 * Every check of a target as a cell of its own, by service and area; each leads to its details. With script the cells
 * are one stop of the Tab key, and arrow keys move among them.
 */
export function checkMap(view: View, target: TargetResult): Part {
  if (target.checks.length === 0) return undefined;
  const past = view.anchors.of(target, 'past-map');
  const services = grouped(target.checks, ({ id }) => id.split('/')[0] ?? '');
  const several = view.result.targets.length > 1;
  return html`<details class="map"${view.result.targets.length <= mostOpen && html` open`}><summary>${view.say('map')}</summary>
  <p class="no-script"><a href="#${past}">${view.say('pastMap')}</a></p>
  <div class="services" role="group"${several ? view.attribute('aria-label', 'mapOf', target.name) : view.attribute('aria-label', 'map')}>${[...services].map(([service, checks]) => serviceCells(view, target, service, checks))}</div>
  <p class="caption js"${view.again('mapHint')}>${view.text('mapHint')}</p><span id="${past}" tabindex="-1"></span></details>`;
}

function serviceCells(
  view: View,
  target: TargetResult,
  service: string,
  checks: readonly CheckResult[],
): Markup {
  return html`<div class="service"><b>${service}</b>${[...byArea(checks)].map(
    ([area, own]) =>
      html`<div role="group" aria-label="${area}"><span>${area.slice(service.length + 1)}</span><div class="cells">${own.map((check) => cell(view, target, check))}</div></div>`,
  )}</div>`;
}

/** The script says the same in another language, from the classes and the link. */
function cell(view: View, target: TargetResult, check: CheckResult): Markup {
  const outcome = shownOutcome(check);
  const said = check.known ? `${view.text(outcome)}, ${view.text('known')}` : view.text(outcome);
  return html`<a class="${outcome}${check.known && ' known'}" href="${view.anchors.to(target, check.id)}">${said}: ${check.id.split('/').pop()}</a>`;
}
