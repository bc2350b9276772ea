import type { FailureSpell, TargetHistory } from '../../schemas/history.js';
import { icon } from '../html/icons.js';
import { quoted } from '../html/prose.js';
import { html, type Markup, type Part } from '../html/template.js';
import { shownOutcome } from '../shared/shown-outcome.js';
import { startOf } from './moments.js';
import type { HistoryView } from './view.js';
import type { HistoryWord } from './words.js';

/** What fails and since when, then what failed once. */
export function failuresPart(view: HistoryView, target: TargetHistory): Markup {
  const open = target.failures.filter(({ until }) => until === undefined);
  const over = target.failures.filter(({ until }) => until !== undefined);
  return html`<h3 id="${view.idOf(target, 'failures')}">${view.say('failing', open.length)}</h3>
  ${open.length === 0 && html`<p class="lead">${icon('passed')} ${view.say('failingNone')}</p>`}
  ${open.map((spell) => spellDetails(view, target, spell))}
  ${over.length > 0 && html`<details class="reasons"><summary>${view.say('failedOnce', over.length)}</summary>${over.map((spell) => spellDetails(view, target, spell))}</details>`}`;
}

/** The id of a failure's part of the page. */
export function spellId(view: HistoryView, target: TargetHistory, spell: FailureSpell): string {
  return view.idOf(target, `f${target.failures.indexOf(spell) + 1}`);
}

function spellDetails(view: HistoryView, target: TargetHistory, spell: FailureSpell): Markup {
  const { id, level, title, known, since, last, until } = spell;
  const looks = shownOutcome({ level, outcome: 'failed' });
  const when =
    until === undefined
      ? view.say('failsSince', startOf(target, since))
      : view.say('failedFromTo', startOf(target, since), startOf(target, last));
  return html`<details class="spell" id="${spellId(view, target, spell)}"><summary>${icon(looks)}<span class="title" lang="en">${title}</span><span class="level ${level}">${level}</span>${known && html` <span class="tag">${view.say('known')}</span>`}<span class="since">${when}</span><code class="id">${id}</code></summary>
  <dl>
    <div><dt>${view.say('before')}</dt><dd>${before(view, target, spell)}</dd></div>
    ${spell.before && html`<div><dt>${view.say('cameWith')}</dt><dd>${cameWith(view, spell)}</dd></div>`}
    <div><dt>${view.say('lastSaid')}</dt><dd>${quoted(spell.message)}</dd></div>
    ${until !== undefined && html`<div><dt></dt><dd>${view.say('fixedAt', startOf(target, until))}</dd></div>`}
  </dl></details>`;
}

function before(view: HistoryView, target: TargetHistory, { before: was }: FailureSpell): Part {
  if (!was) return view.say('neverJudged');
  return view.say('beforeWas', startOf(target, was.at), view.text(was.outcome));
}

const withWords = {
  target: 'withTarget',
  ours: 'withOurs',
  run: 'withRun',
  unknown: 'neverJudged',
} as const satisfies Record<FailureSpell['with'], HistoryWord>;

function cameWith(view: HistoryView, { notes, with: by }: FailureSpell): Markup {
  return html`${view.say(withWords[by])}
  ${notes.length > 0 && html`<ul lang="en">${notes.map(({ text }) => html`<li>${text}</li>`)}</ul>`}`;
}
