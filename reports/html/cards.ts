import type { ControlFinding, TargetResult } from '../../schemas/generated/result.js';
import { isSound, refusedControls } from '../shared/further-controls.js';
import { byShortReason, shownAs } from '../shared/group.js';
import { judgedBar } from './bar.js';
import { checkMap } from './head/map.js';
import { judgement } from './head/sentence.js';
import { toDo } from './head/to-do.js';
import { whoMendsControl } from './head/who.js';
import { icon, verdictLooks } from './icons.js';
import { partMark } from './part-mark.js';
import { quoted } from './prose.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';

/** How many reasons a card names before it counts the rest. */
const named = 3;

/** The head of each target: its verdict, what was judged, what to do, and all its checks at a glance. */
export function cards(view: View): Markup {
  return html`<div class="cards">${view.result.targets.map((target) => card(view, target))}</div>`;
}

function card(view: View, target: TargetResult): Markup {
  const looks = verdictLooks[target.verdict];
  const { control, stats } = target;
  const title = view.anchors.of(target, 'card');
  const several = view.result.targets.length > 1;
  return html`<section class="card ${looks}" aria-labelledby="${title}"><div class="told">
  <div class="named"><h3 id="${title}">${target.name}</h3>
  <p class="verdict ${looks}">${icon(looks)}<span>${view.say(target.verdict)}${partMark(view, target)}</span></p></div>
  ${several && html`<p class="sentence">${judgement(view, target)}</p>`}
  <p class="muted">${target.profile}, ${view.say(`${target.role}Role`)}, <span class="url">${target.baseUrl}</span></p>
  ${judgedBar(view, target)}
  ${refusedControls(target).map(([service, finding]) => controlFinding(view, target, finding, service))}
  ${toDo(view, target)}
  ${isSound(control) && untested(view, target)}
  ${target.notes.length > 0 && html`<ul class="notes" lang="en">${target.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
  <p class="muted numbers">${view.say('requestsIn', stats.requests, stats.durationMs / 1000)}</p></div>
  ${checkMap(view, target)}
</section>`;
}

function controlFinding(
  view: View,
  target: TargetResult,
  finding: ControlFinding,
  service?: string,
): Markup {
  const { message, causes = [], exchanges } = finding;
  const evidence = view.lookup.exchangesOf(target, { exchanges }).length > 0;
  return html`<div class="control-finding">
  <p><strong lang="en">${service !== undefined && `${service}: `}${message}</strong></p>
  ${causes.length > 0 && html`<p>${view.say('likelyCauses')}</p><ol lang="en">${causes.map((cause) => html`<li>${cause}</li>`)}</ol>`}
  <p>${view.say('byWhom')}: ${whoMendsControl(view, target, finding)}</p>
  ${evidence && html`<p><a href="${view.anchors.to(target, 'control')}">${view.say('whatWasSent')}</a></p>`}
</div>`;
}

/** What was not tested, by the short form of its reason: what stands before a colon. The findings have all of it. */
function untested(view: View, target: TargetResult): Part {
  const checks = shownAs(target.checks, 'untested');
  if (checks.length === 0) return undefined;
  const reasons = byShortReason(checks);
  const rest = reasons.size - named;
  return html`<div class="untested-why"><p>${view.say('untestedWhy', checks.length)}</p>
  <ul>${[...reasons].slice(0, named).map(([reason, those]) => html`<li>${quoted(reason)} <span class="muted numbers">${those.length}</span></li>`)}
  ${rest > 0 && html`<li>${view.say('otherReasons', rest)}</li>`}</ul></div>`;
}
