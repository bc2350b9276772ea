import { deflateRawSync } from 'node:zlib';
import type { RequirementText } from '../../schemas/generated/result.js';
import { prose } from './prose.js';
import { html, type Markup } from './template.js';
import type { Lang } from './words.js';

/** How much evidence of failures stands in the page itself, to be read without script, in characters. */
const roomForEvidence = 400_000;

/**
 * What the page holds compressed: parts that most readers never open, and the requirements' texts in the other language.
 * Only the page's script can unpack it (DecompressionStream), so nothing goes in that a reader without script needs.
 */
export class Pack {
  readonly #parts: Record<string, string> = {};
  #room = roomForEvidence;

  /** @param lang The language of the page: the texts of the other one are packed. */
  constructor(
    private readonly requirements: readonly RequirementText[],
    private readonly lang: Lang,
  ) {}

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
    const texts = Object.fromEntries(
      this.requirements.flatMap((requirement) => {
        const translation = requirement.translations?.id;
        if (!translation) return [];
        return [[requirement.id, markupOf(this.lang === 'id' ? requirement : translation)]];
      }),
    );
    const json = JSON.stringify({ parts: this.#parts, texts });
    return deflateRawSync(json, { level: 9 }).toString('base64');
  }
}

/** Title and remedy, as the page has them. */
function markupOf({ title, remedy }: { title: string; remedy: string }) {
  return { title: html`${title}`.text, remedy: html`${prose(remedy)}`.text };
}
