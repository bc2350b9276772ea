import type { TargetResult } from '../../../schemas/generated/result.js';
import { inShort } from '../../shared/judgement/in-short.js';
import { tallyOf } from '../../shared/judgement/tally.js';
import { type ToMend, toMendOf } from '../../shared/judgement/to-mend.js';
import { icon } from '../icons.js';
import { quoted } from '../prose.js';
import { html, type Markup, type Part } from '../template.js';
import type { View } from '../view.js';
import { remedyOfCause, whoMends, whoMendsCause } from './who.js';

/** How many things a target's head names before it counts the rest: alone on the page, and beside others. */
const named = { alone: 3, besideOthers: 1 };

/** What to do first: causes before findings, the weightiest first, each with its remedy and who can do it. */
export function toDo(view: View, target: TargetResult): Part {
  const all = toMendOf(target);
  if (all.length === 0) return nothingWrong(view, target);
  const shown = all.slice(0, view.result.targets.length > 1 ? named.besideOthers : named.alone);
  const rest = all.length - shown.length;
  return html`<div class="to-do"><h4>${view.say('whatToDo')}</h4>
  <ol>${shown.map((one) => item(view, target, one))}</ol>
  ${rest > 0 && html`<p><a href="#findings">${view.say('moreToDo', rest)}</a></p>`}</div>`;
}

/** It is not said of a target of which nothing was judged, nor if the only failures are known ones. */
function nothingWrong(view: View, target: TargetResult): Part {
  const { judged, known } = tallyOf(target);
  return (
    judged > 0 &&
    known === 0 &&
    html`<p class="lead">${icon('passed')} ${view.say('nothingWrong')}</p>`
  );
}

function item(view: View, target: TargetResult, { message, checks, cause }: ToMend): Markup {
  const [check] = checks;
  const looks = checks.some(({ level }) => level === 'MUST') ? 'failed' : 'warning';
  const requirement = view.lookup.requirement(check.id);
  const remedy = (cause && remedyOfCause(view, cause)) ?? (requirement && view.remedy(requirement));
  return html`<li>${icon(looks)}<div><a class="what" href="${view.anchors.to(target, check.id)}">${quoted(inShort(message))}</a>
  ${remedy && html`<p>${remedy}</p>`}
  <p class="muted">${view.say('byWhom')}: ${cause ? whoMendsCause(view, target, cause) : whoMends(view, target)}</p></div></li>`;
}
