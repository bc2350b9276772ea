import { html, type Markup, type Part } from './template.js';
import type { View } from './view.js';
import type { Word } from './words.js';

/** A block of code. With `copies`, a button next to it puts its text on the clipboard; that word is its label. */
export function code(view: View, content: Part, copies?: Word): Markup {
  const button =
    copies !== undefined &&
    html`<button type="button" class="copy js"${view.attribute('aria-label', copies)}>${view.say('copy')}</button>`;
  return html`<div class="code"><pre lang="en" tabindex="0"><code>${content}</code></pre>${button}</div>`;
}
