import type { HistoryChange, HistoryNote, TargetHistory } from '../../schemas/history.js';
import { html, type Markup, type Part } from '../html/template.js';
import { shorten } from '../shared/shorten.js';
import { spellId } from './failures.js';
import { timeOf } from './moments.js';
import type { HistoryView } from './view.js';
import type { HistoryWord } from './words.js';

/** What changed from one result to the next, the latest first: what is ours apart from what is the target's. */
export function changesPart(view: HistoryView, target: TargetHistory): Markup {
  return html`<h3 id="${view.idOf(target, 'changes')}">${view.say('changes')}</h3>
  ${target.changes.length === 0 && html`<p class="muted">${view.say('changesNone')}</p>`}
  ${target.changes.toReversed().map((change) => changeArticle(view, target, change))}`;
}

function changeArticle(view: HistoryView, target: TargetHistory, change: HistoryChange): Markup {
  const { at, verdict, notes, broken, fixed, dialect } = change;
  const of = (...kinds: HistoryNote['of'][]) =>
    notes.filter((note) => kinds.includes(note.of)).map(({ text }) => text);
  const ours = of('tool', 'profile');
  return html`<article class="change"><h4>${timeOf(target, at)}</h4><dl>
    ${verdict && entry(view, 'verdict', html`${view.say(verdict.before)} → <strong>${view.say(verdict.after)}</strong>`)}
    ${ours.length > 0 && entry(view, 'changeOurs', list(ours))}
    ${listed(view, 'changeRun', of('run'))}
    ${listed(view, 'changeTarget', of('target'))}
    ${broken.length > 0 && entry(view, 'changeBroken', checks(view, target, change, broken))}
    ${fixed.length > 0 && entry(view, 'changeFixed', checks(view, target, change, fixed))}
    ${dialect.length > 0 && entry(view, ours.length > 0 ? 'changeDialectOurs' : 'changeDialect', measured(view, dialect))}
  </dl></article>`;
}

function entry(view: HistoryView, word: HistoryWord, content: Part): Markup {
  return html`<div><dt>${view.say(word)}</dt><dd>${content}</dd></div>`;
}

function listed(view: HistoryView, word: HistoryWord, texts: readonly string[]): Part {
  return texts.length > 0 && entry(view, word, list(texts));
}

function list(texts: readonly string[]): Markup {
  return html`<ul lang="en">${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}

/** Ids, with links to the failures that began or ended there. */
function checks(
  view: HistoryView,
  target: TargetHistory,
  { at }: HistoryChange,
  ids: readonly string[],
): Markup {
  return html`<ul>${ids.map((id) => {
    const spell = target.failures.find(
      (each) => each.id === id && (each.since === at || each.until === at),
    );
    const code = html`<code>${id}</code>`;
    return html`<li>${spell ? html`<a href="#${spellId(view, target, spell)}">${code}</a>` : code}</li>`;
  })}</ul>`;
}

function measured(view: HistoryView, dialect: HistoryChange['dialect']): Markup {
  const value = (text: string | undefined) =>
    text === undefined ? view.say('absent') : html`<code>${shorten(text, 80)}</code>`;
  return html`<ul>${dialect.map(
    ({ pointer, before, after }) =>
      html`<li><span lang="en">${pointer.slice(1).replaceAll('/', ' / ').replaceAll('~1', '/').replaceAll('~0', '~')}</span>: ${value(before)} → ${value(after)}</li>`,
  )}</ul>`;
}
