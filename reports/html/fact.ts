import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

/** A term with what it is, for a list of descriptions. */
export function fact(view: View, name: Word, value: Part): Markup {
  return html`<div><dt>${view.say(name)}</dt><dd>${value}</dd></div>`;
}
