import { deflateRawSync } from 'node:zlib';
import type { CheckResult, Result } from '../../schemas/generated/result.js';
import type { Packed } from './packed.js';
import { prose } from './prose.js';
import { html, type Markup } from './template.js';
import type { Lang } from './words.js';

/** How much evidence of failures stands in the page itself, to be read without script, in characters. */
const roomForEvidence = 400_000;

/**
 * What the page holds compressed: parts that most readers never open, and the requirements' texts in the other language.
 * Only the page's script can unpack it (DecompressionStream); the page says so to a reader without.
 */
export class Pack {
  readonly #parts: Record<string, string> = {};
  #room = roomForEvidence;

  /** @param lang The language of the page: the texts of the other one are packed. */
  constructor(
    private readonly result: Pick<Result, 'requirements' | 'targets'>,
    private readonly lang: Lang,
  ) {}

  /** Holds the inner markup of the element with this id. */
  put(id: string, markup: Markup): void {
    this.#parts[id] = markup.text;
  }

  /** Markup that is to stand in the page itself while there is room for it; else it is held here, and nothing is given. */
  orInPage(id: string, markup: Markup): Markup | undefined {
    if (markup.text.length > this.#room) {
      this.put(id, markup);
      return undefined;
    }
    this.#room -= markup.text.length;
    return markup;
  }

  /** A `Packed` as JSON, deflated (RFC 1951), in Base64. */
  toString(): string {
    const checks = this.result.targets.flatMap((target) => target.checks);
    const remedied = new Set(checks.filter(showsRemedy).map(({ id }) => id));
    const texts = Object.fromEntries(
      this.result.requirements.flatMap((requirement) => {
        const translation = requirement.translations?.id;
        if (!translation) return [];
        const { title, remedy } = this.lang === 'id' ? requirement : translation;
        const shown = remedied.has(requirement.id) && { remedy: html`${prose(remedy)}`.text };
        return [[requirement.id, { title: html`${title}`.text, ...shown }]];
      }),
    );
    const packed: Packed = { parts: this.#parts, texts };
    return deflateRawSync(JSON.stringify(packed), { level: 9 }).toString('base64');
  }
}

/** A check that passed has nothing to mend. */
export function showsRemedy({ outcome }: Pick<CheckResult, 'outcome'>): boolean {
  return outcome !== 'passed';
}
