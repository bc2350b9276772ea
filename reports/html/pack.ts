import { deflateRawSync } from 'node:zlib';
import type { CheckResult, Result } from '../../schemas/generated/result.js';
import type { Packed } from './packed.js';
import { prose } from './prose.js';
import { html, type Markup } from './template.js';
import type { Lang } from './words.js';

/** How much evidence of failures stands in the page itself, to be read without script, in characters. */
const roomForEvidence = 400_000;
/** What is held until it is compressed, in characters. */
const roomInPack = 1_000_000;

/**
 * What the page holds compressed: parts that most readers never open, and the requirements' texts in the other language.
 * Only the page's script can unpack it (DecompressionStream); the page says so to a reader without. Many targets make
 * several packs, so that no more than one is held at a time.
 */
export class Pack {
  #parts: Record<string, string> = {};
  #held = 0;
  readonly #said = new Map<string, { number: number; other: string }>();
  #room = roomForEvidence;

  /** @param lang The language of the page: the texts of the other one are packed. */
  constructor(
    private readonly result: Pick<Result, 'requirements' | 'targets'>,
    private readonly lang: Lang,
  ) {}

  /** Holds the inner markup of the element with this id. */
  put(id: string, markup: Markup): void {
    this.#parts[id] = markup.text;
    this.#held += markup.text.length;
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

  /** Holds a text in the other language, and gives its number; the same pair is held once. */
  say(own: string, other: string): number {
    const key = `${own}\n${other}`;
    const held = this.#said.get(key) ?? { number: this.#said.size, other };
    this.#said.set(key, held);
    return held.number;
  }

  /** The element of a pack, if what is held fills one. */
  *full(): Generator<string, void> {
    if (this.#held >= roomInPack) yield this.#element({}, []);
  }

  /** The element of the last pack, with the texts. */
  *rest(): Generator<string, void> {
    const said = [...this.#said.values()].map(({ other }) => other);
    yield this.#element(this.#texts(), said);
  }

  /** A `Packed` as JSON, deflated (RFC 1951), in Base64. */
  #element(texts: Packed['texts'], said: string[]): string {
    const packed: Packed = { parts: this.#parts, texts, said };
    this.#parts = {};
    this.#held = 0;
    const text = deflateRawSync(JSON.stringify(packed), { level: 9 }).toString('base64');
    return `<script type="text/plain" class="pack">${text}</script>\n`;
  }

  #texts(): Packed['texts'] {
    const checks = this.result.targets.flatMap((target) => target.checks);
    const remedied = new Set(checks.filter(showsRemedy).map(({ id }) => id));
    return Object.fromEntries(
      this.result.requirements.flatMap((requirement) => {
        const translation = requirement.translations?.id;
        if (!translation) return [];
        const { title, remedy } = this.lang === 'id' ? requirement : translation;
        const shown = remedied.has(requirement.id) && { remedy: html`${prose(remedy)}`.text };
        return [[requirement.id, { title: html`${title}`.text, ...shown }]];
      }),
    );
  }
}

/** A check that passed has nothing to fix. */
export function showsRemedy({ outcome }: Pick<CheckResult, 'outcome'>): boolean {
  return outcome !== 'passed';
}
