import type { RequirementText, Result } from '../../schemas/generated/result.js';
import { type Lookup, lookUp } from '../shared/lookup.js';
import { type Anchors, anchorsFor } from './anchors.js';
import { Pack } from './pack.js';
import { prose } from './prose.js';
import { type Speaker, speakerOf } from './speaker.js';
import { html, type Markup } from './template.js';
import { type Lang, type Word, words } from './words.js';

/** What every part of the page renders from. */
export interface View extends Speaker<Word> {
  result: Result;
  lookup: Lookup;
  anchors: Anchors;
  pack: Pack;
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
  return {
    ...speakerOf(words[lang], lang),
    result,
    lookup,
    anchors: anchorsFor(result),
    pack: new Pack(result, lang),
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
