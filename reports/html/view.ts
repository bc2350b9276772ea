import type { RequirementText, Result } from '../../schemas/generated/result.js';
import { dictionaryOf } from '../shared/in-language.js';
import { type Lookup, lookUp } from '../shared/lookup.js';
import { type Anchors, anchorsFor } from './anchors.js';
import { Pack } from './pack.js';
import { prose } from './prose.js';
import { type Speaker, speakerOf } from './speaker.js';
import { html, type Markup, type Part } from './template.js';
import { type Lang, type Word, words } from './words.js';

/** How a text looks. */
type Shape = (text: string) => Part;

/** What every part of the page renders from. */
export interface View extends Speaker<Word> {
  result: Result;
  lookup: Lookup;
  anchors: Anchors;
  pack: Pack;
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
    ...speakerOf(words[lang], lang),
    result,
    lookup,
    anchors: anchorsFor(result),
    pack,
    both,
    said: (text, shape) => both(text, indonesian.get(text), shape),
    inLanguage: (text, language) => (language === 'id' && indonesian.get(text)) || text,
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

const english = html` lang="en"`;
