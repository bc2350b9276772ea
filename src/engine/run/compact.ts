/** Longer texts are seldom the same twice. */
const longestShared = 400;

/**
 * Makes copies of what is kept until the end of a run. A text that was cut out of a message, or put together,
 * holds on to all that it was made of, several times its own size; and many targets say the same: their copies
 * share one text.
 */
export class Compactor {
  readonly #texts = new Map<string, string>();

  /** A copy of plain data: texts, numbers, lists and objects of them. */
  copy<T>(value: T): T {
    return this.#copy(value) as T;
  }

  #copy(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.map((item) => this.#copy(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, this.#copy(item)]),
    );
  }

  #text(text: string): string {
    if (text.length > longestShared) return own(text);
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = own(text);
    this.#texts.set(copy, copy);
    return copy;
  }
}

/** The same text in memory of its own. */
function own(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
