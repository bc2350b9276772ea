import { html, type Markup, type Part } from './template.js';

/** Text of ours: literals between backticks become code. */
export function prose(text: string): Part {
  return text
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}

/** What the engine, a document or a server says: English, whatever the language of the page. */
export function quoted(text: string): Markup {
  return html`<span lang="en">${text}</span>`;
}
