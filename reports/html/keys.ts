import { html, type Markup } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

const keys: [key: string, does: Word][] = [
  ['/', 'keySearch'],
  ['j', 'keyNext'],
  ['k', 'keyBack'],
  ['Enter', 'keyOpen'],
  ['s', 'keySummary'],
  ['d', 'keyDetails'],
  ['?', 'keyHelp'],
];

/** The keys that the script listens to. Single-character keys can be switched off (WCAG 2.2 §2.1.4). */
export function keysDialog(view: View): Markup {
  return html`<dialog id="keys-help" aria-labelledby="keys-title"><h2 id="keys-title">${view.say('keysTitle')}</h2>
  <dl>${keys.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${view.say(does)}</dd></div>`)}</dl>
  <p><label><input type="checkbox" id="keys-on" checked> ${view.say('keysOn')}</label></p>
  <form method="dialog"><button>${view.say('close')}</button></form></dialog>`;
}
