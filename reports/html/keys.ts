import type { Speaker } from './speaker.js';
import { html, type Markup } from './template.js';
import type { Word } from './words.js';

/** The keys of the report. */
export const reportKeys: readonly [key: string, does: Word][] = [
  ['/', 'keySearch'],
  ['j', 'keyNext'],
  ['k', 'keyBack'],
  ['Enter', 'keyOpen'],
  ['s', 'keySummary'],
  ['d', 'keyDetails'],
  ['?', 'keyHelp'],
];

/** What the dialog says besides what each key does. */
type KeysWord = 'keysTitle' | 'keysOn' | 'close';

/** The keys that a page's script listens to. Single-character keys can be switched off (WCAG 2.2 §2.1.4). */
export function keysDialog<W extends string>(
  view: Speaker<W | KeysWord>,
  keys: readonly (readonly [key: string, does: W])[],
): Markup {
  return html`<dialog id="keys-help" aria-labelledby="keys-title"><h2 id="keys-title">${view.say('keysTitle')}</h2>
  <dl>${keys.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${view.say(does)}</dd></div>`)}</dl>
  <p><label><input type="checkbox" id="keys-on" checked> ${view.say('keysOn')}</label></p>
  <form method="dialog"><button>${view.say('close')}</button></form></dialog>`;
}
