import type { Speaker } from './speaker.js';
import { html, type Markup } from './template.js';

/** A table that may be wider than the screen: it scrolls on its own, with the keyboard too. */
export function scroll<W extends string>(view: Speaker<W>, name: W, table: Markup): Markup {
  return html`<div class="scroll" role="group" tabindex="0"${view.attribute('aria-label', name)}>${table}</div>`;
}
