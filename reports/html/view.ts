import type { RequirementText, Result } from '../../schemas/generated/result.js';
import { dictionaryOf } from '../shared/in-language.js';
import { type Lookup, lookUp } from '../shared/lookup.js';
import { visible } from '../shared/visible.js';
import { type Anchors, anchorsFor } from './anchors.js';
import { Pack } from './pack.js';
import { prose } from './prose.js';
import { html, type Markup, type Part } from './template.js';
import { fill, type Lang, type Value, type Word, words } from './words.js';

/** How a text looks. */
type Shape = (text: string) => Part;

/** What every part of the page renders from. */
export interface View {
  result: Result;
  lookup: Lookup;
  anchors: Anchors;
  pack: Pack;
  lang: Lang;
  /** A text of the interface, which the script can say in another language. */
  say(word: Word, ...values: Value[]): Markup;
  /** The same as plain text. */
  text(word: Word, ...values: Value[]): string;
  /** Attributes, with a space before them, of an element that holds such a text: they tell the script what to say. */
  again(word: Word, ...values: Value[]): Markup;
  /** The same as an attribute, with a space before it: `aria-label`, or `placeholder`. */
  attribute(name: 'aria-label' | 'placeholder', word: Word, ...values: Value[]): Markup;
  /** A text of the engine, in the page's language if it has one. @param shape How it looks. */
  said(text: string, shape?: Shape): Markup;
  /** The same of a text that is at hand in both. */
  both(english: string, indonesian: string | undefined, shape?: Shape): Markup;
  /** A text of the engine in a language; itself if the language doesn't have it. */
  inLanguage(text: string, lang: Lang): string;
  /** The title of a requirement, in the page's language if it has one; its id if the result has no text for it. */
  title(id: string): Markup;
  /** Its remedy. */
  remedy(requirement: RequirementText): Markup;
}

/** Prepares a result for the page. */
export function viewOf(result: Result, lang: Lang): View {
  const lookup = lookUp(result);
  const said = (word: Word, values: readonly Value[]) => fill(words[lang][word], lang, values);
  const inOwn = (requirement: RequirementText | undefined) =>
    lang === 'id' ? requirement?.translations?.id : requirement;
  const pack = new Pack(result, lang);
  const indonesian = dictionaryOf(result, 'id');
  const both: View['both'] = (inEnglish, inIndonesian, shape = (text) => text) => {
    if (inIndonesian === undefined || inIndonesian === inEnglish)
      return html`<span lang="en">${shape(inEnglish)}</span>`;
    const [own, other] = lang === 'id' ? [inIndonesian, inEnglish] : [inEnglish, inIndonesian];
    return html`<span data-said="${String(pack.say(own, html`${shape(other)}`.text))}">${shape(own)}</span>`;
  };
  return {
    result,
    lookup,
    anchors: anchorsFor(result),
    pack,
    lang,
    both,
    said: (text, shape) => both(text, indonesian.get(text), shape),
    inLanguage: (text, language) => (language === 'id' && indonesian.get(text)) || text,
    say: (word, ...values) => html`<span${again(word, values)}>${said(word, values)}</span>`,
    text: (word, ...values) => said(word, values),
    again: (word, ...values) => again(word, values),
    attribute: (name, word, ...values) =>
      html` ${name}="${said(word, values)}" data-${name}="${word}"${list('data-w', values)}`,
    title: (id) => {
      const requirement = lookup.requirement(id);
      const own = inOwn(requirement);
      return html`<span class="title" data-title="${id}"${!own && english}>${(own ?? requirement)?.title ?? id}</span>`;
    },
    remedy: (requirement) => {
      const own = inOwn(requirement);
      return html`<span data-remedy="${requirement.id}"${!own && english}>${prose((own ?? requirement).remedy)}</span>`;
    },
  };
}

function again(word: Word, values: readonly Value[]): Markup {
  return html` data-t="${word}"${list('data-v', values)}`;
}

const english = html` lang="en"`;

/** Values for the script to say again; no character in them hides, as in the text itself. */
function list(name: string, values: readonly Value[]): Markup | false {
  const shown = values.map((value) => (typeof value === 'string' ? visible(value) : value));
  return values.length > 0 && html` ${name}="${JSON.stringify(shown)}"`;
}
