import type { TargetResult } from '../../schemas/generated/result.js';
import { areaOf } from '../shared/group.js';
import { type ShownOutcome, shownOutcome, shownOutcomes } from '../shared/shown-outcome.js';
import { icon } from './icons.js';
import type { Speaker } from './speaker.js';
import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

/** The filter above the checks. It needs the script, and is hidden without. */
export function filterForm(view: View): Markup {
  const { targets } = view.result;
  const checks = targets.flatMap((target) => target.checks);
  const areas = [...new Set(checks.map(({ id }) => areaOf(id)))];
  const count = (outcome: ShownOutcome) =>
    checks.filter((check) => shownOutcome(check) === outcome).length;
  return html`<form id="filter" class="js" role="search"${view.attribute('aria-label', 'filter')}>
    <div class="row">
      <label class="search"><span>${view.say('search')}</span><input type="search" name="q" autocomplete="off"${view.attribute('placeholder', 'searchHint')} aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></label>
      ${targets.length > 1 && select(view, 'target', 'allTargets', targets.map(targetOption(view)))}
      ${select(view, 'area', 'allAreas', areas.map(option))}
      ${select(view, 'level', 'allLevels', ['MUST', 'SHOULD', 'MAY'].map(option))}
      <output id="shown" class="numbers">${view.say('shown', checks.length, checks.length)}</output>
    </div>
    <div class="row">
      <fieldset><legend class="visually-hidden">${view.say('outcome')}</legend>${shownOutcomes.map((outcome) => chip(view, outcome, count(outcome)))}${chip(view, 'known', checks.filter(({ known }) => known).length)}</fieldset>
      <span class="buttons"><button type="button" id="clear">${view.say('clear')}</button><button type="button" id="toggle-all" aria-pressed="false">${view.say('openAll')}</button></span>
    </div>
  </form>`;
}

function chip(view: View, outcome: ShownOutcome | 'known', count: number): Part {
  return (
    count > 0 &&
    html`<label class="chip ${outcome}"><input type="checkbox" name="outcome" value="${outcome}">${outcome !== 'known' && icon(outcome)}${view.say(outcome)} <span class="numbers">${count}</span></label>`
  );
}

function select(view: View, name: 'target' | 'area' | 'level', all: Word, options: Part): Markup {
  return html`<label><span class="visually-hidden">${view.say(name)}</span><select name="${name}">${choice(view, '', all)}${options}</select></label>`;
}

/** An option that the script can say in another language; an option can hold text only. */
export function choice<W extends string>(view: Speaker<W>, value: string, word: W): Markup {
  return html`<option value="${value}"${view.again(word)}>${view.text(word)}</option>`;
}

function option(value: string): Markup {
  return html`<option value="${value}">${value}</option>`;
}

/** Targets are told apart by their anchors, because two may share a name. */
function targetOption(view: View): (target: TargetResult) => Markup {
  return (target) =>
    html`<option value="${view.anchors.of(target, 'checks')}">${target.name}</option>`;
}
