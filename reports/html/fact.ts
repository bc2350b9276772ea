import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

/** A term and its description, for a description list. */
export function fact(view: View, name: Word, value: Part): Markup {
  return html`<div><dt>${view.say(name)}</dt><dd>${value}</dd></div>`;
}
