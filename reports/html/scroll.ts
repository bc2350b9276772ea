import { html, type Markup } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

/** A table that may be wider than the screen: it scrolls on its own, with the keyboard too. */
export function scroll(view: View, name: Word, table: Markup): Markup {
  return html`<div class="scroll" role="group" tabindex="0"${view.attribute('aria-label', name)}>${table}</div>`;
}
