import type { History, TargetHistory } from '../../schemas/history.js';
import { choice } from '../html/filter.js';
import { icon, iconSprite, verdictLooks } from '../html/icons.js';
import { keysDialog } from '../html/keys.js';
import { policyFor } from '../html/policy-for.js';
import { html, type Markup, type Part, trusted } from '../html/template.js';
import type { RenderOptions } from '../report.js';
import { script, style } from './assets.js';
import { changesPart } from './changes.js';
import { charts } from './charts.js';
import { failuresPart } from './failures.js';
import { minute, startOf } from './moments.js';
import { pointsTable } from './points.js';
import { type HistoryView, historyViewOf } from './view.js';
import type { HistoryWord } from './words.js';

/** The name under which the page is written. */
export const historyFile = 'history.html';

const keys: readonly (readonly [string, HistoryWord])[] = [
  ['j', 'keyNextFailure'],
  ['k', 'keyFailureBefore'],
  ['Enter', 'keyOpen'],
  ['?', 'keyHelp'],
];

/** history.html: one file that a browser opens from disk; it loads nothing, like the report. */
export function historyPage(history: History, { lang = 'en' }: RenderOptions = {}): string {
  const view = historyViewOf(history, lang);
  const names = history.targets.map(({ name }) => name).join(', ');
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${view.text('historyOf', names)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">${view.say('skip')}</a>
${iconSprite}
<header>${topBar(view)}</header>
<main id="main" tabindex="-1">
${headline(view)}
<div class="columns">
<nav class="contents"${view.attribute('aria-label', 'contents')}><ul>${history.targets.map((target) => html`<li><a href="#${view.idOf(target, 'top')}">${target.name}</a></li>`)}</ul></nav>
<div class="sections">${history.targets.map((target) => section(view, target))}</div>
</div>
</main>
<footer><p>${view.say('historyFooter')}</p></footer>
${keysDialog(view, keys)}
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

function topBar(view: HistoryView): Markup {
  return html`<div class="bar-top"><h1>${view.say('history')}</h1>
  <div class="settings js">
    <label><span class="visually-hidden">${view.say('theme')}</span><select id="theme">${choice(view, '', 'themeSystem')}${choice(view, 'light', 'themeLight')}${choice(view, 'dark', 'themeDark')}</select></label>
    <button type="button" id="print">${view.say('print')}</button>
    <button type="button" id="keys">${view.say('keys')} <kbd aria-hidden="true">?</kbd></button>
  </div></div>`;
}

function headline(view: HistoryView): Markup {
  const { runs, targets } = view.history;
  const fact = (word: HistoryWord, value: string | undefined) =>
    html`<div><dt>${view.say(word)}</dt><dd>${value}</dd></div>`;
  const versions = [...new Set(runs.map(({ version }) => version))];
  return html`<div class="top"><h2 class="headline">${view.say('historyHead', runs.length, targets.length)}</h2>
  <dl class="run numbers">
    ${fact('from', minute(runs[0]?.startedAt ?? ''))}
    ${fact('to', minute(runs.at(-1)?.startedAt ?? ''))}
    ${fact('versions', versions.join(', '))}
  </dl></div>`;
}

function section(view: HistoryView, target: TargetHistory): Markup {
  const title = view.idOf(target, 'top');
  return html`<section aria-labelledby="${title}"><h2 id="${title}">${target.name}</h2>
  ${standing(view, target)}
  ${charts(view, target)}
  ${failuresPart(view, target)}
  ${changesPart(view, target)}
  <h3>${view.say('points')}</h3><p class="muted">${view.say('pointsMean')}</p>
  ${pointsTable(view, target)}
</section>`;
}

/** The verdict of the last result, and since when it is so. */
function standing(view: HistoryView, target: TargetHistory): Part {
  const { points } = target;
  const last = points.at(-1);
  if (!last) return undefined;
  const other = points.findLastIndex(({ verdict }) => verdict !== last.verdict);
  const looks = verdictLooks[last.verdict];
  const since =
    other < 0 ? view.say('fromFirst') : view.say('sinceWhen', startOf(target, other + 1));
  return html`<p class="standing"><span class="outcome ${looks}">${icon(looks)}${view.say('nowVerdict', view.text(last.verdict))}</span> <span class="muted">${since}</span></p>`;
}
