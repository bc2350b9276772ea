import { deflateRawSync } from 'node:zlib';
import type { RequirementText } from '../../schemas/generated/result.js';
import { prose } from './prose.js';
import { html, type Markup } from './template.js';

/** How much evidence of failures stands in the page itself, to be read without script, in characters. */
const roomForEvidence = 400_000;

/** Title and remedy of a requirement, as markup. */
type Texts = { title: string; remedy: string };

/**
 * What the page holds compressed: parts that most readers never open, and the requirements' texts in other languages.
 * Only the page's script can unpack it (DecompressionStream), so nothing goes in that a reader without script needs.
 */
export class Pack {
  readonly #parts: Record<string, string> = {};
  #room = roomForEvidence;

  constructor(private readonly requirements: readonly RequirementText[]) {}

  /** Holds the inner markup of the element with this id. */
  put(id: string, markup: Markup): void {
    this.#parts[id] = markup.text;
  }

  /** Markup that is to stand in the page itself while there is room for it; else it is held here, and nothing is given. */
  orInPage(id: string, markup: Markup): Markup | undefined {
    this.#room -= markup.text.length;
    if (this.#room >= 0) return markup;
    this.put(id, markup);
    return undefined;
  }

  /** JSON `{ parts, texts }`, deflated (RFC 1951), in Base64. */
  toString(): string {
    const texts = Object.fromEntries(this.requirements.flatMap(translated));
    const json = JSON.stringify({ parts: this.#parts, texts });
    return deflateRawSync(json, { level: 9 }).toString('base64');
  }
}

function translated({ id, title, remedy, translations }: RequirementText): [string, object][] {
  if (!translations?.id) return [];
  const texts: Record<string, Texts> = { en: markup({ title, remedy }) };
  texts.id = markup(translations.id);
  return [[id, texts]];
}

function markup({ title, remedy }: Texts): Texts {
  return { title: html`${title}`.text, remedy: html`${prose(remedy)}`.text };
}
