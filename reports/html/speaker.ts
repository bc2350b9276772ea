import { visible } from '../shared/visible.js';
import { html, type Markup } from './template.js';
import { fill, type Lang, type Value } from './words.js';

/** Says the texts of an interface, by name, so that a script can say them in another language. */
export interface Speaker<W extends string> {
  lang: Lang;
  /** A text as markup. */
  say(word: W, ...values: Value[]): Markup;
  /** The same as plain text. */
  text(word: W, ...values: Value[]): string;
  /** Attributes, with a space before them, of an element that holds such a text: they tell the script what to say. */
  again(word: W, ...values: Value[]): Markup;
  /** The same as an attribute, with a space before it: `aria-label`, or `placeholder`. */
  attribute(name: 'aria-label' | 'placeholder', word: W, ...values: Value[]): Markup;
}

/** A speaker of these texts. */
export function speakerOf<W extends string>(words: Record<W, string>, lang: Lang): Speaker<W> {
  const said = (word: W, values: readonly Value[]) => fill(words[word], lang, values);
  return {
    lang,
    say: (word, ...values) => html`<span${again(word, values)}>${said(word, values)}</span>`,
    text: (word, ...values) => said(word, values),
    again: (word, ...values) => again(word, values),
    attribute: (name, word, ...values) =>
      html` ${name}="${said(word, values)}" data-${name}="${word}"${list('data-w', values)}`,
  };
}

function again(word: string, values: readonly Value[]): Markup {
  return html` data-t="${word}"${list('data-v', values)}`;
}

/** Values for the script to say again; no character in them hides, as in the text itself. */
function list(name: string, values: readonly Value[]): Markup | false {
  const shown = values.map((value) => (typeof value === 'string' ? visible(value) : value));
  return values.length > 0 && html` ${name}="${JSON.stringify(shown)}"`;
}
