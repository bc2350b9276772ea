import { html, type Markup, type Part } from './template.js';

/** A block of code; with `copies`, a button beside it puts its text on the clipboard. */
export function code(content: Part, options: { copies?: string } = {}): Markup {
  const button =
    options.copies !== undefined &&
    html`<button type="button" class="copy js" aria-label="Copy ${options.copies}">Copy</button>`;
  return html`<div class="code"><pre tabindex="0"><code>${content}</code></pre>${button}</div>`;
}
