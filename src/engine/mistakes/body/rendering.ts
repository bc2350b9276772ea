import { createHash } from 'node:crypto';

/** Bytes that may still be written while candidates of a body are made. */
export interface WritingBudget {
  bytes: number;
  /** How many renderings weren't made for want of it. */
  leftOut: number;
}

/** Larger ones are made again when they are needed again. */
const kept = 256 * 1024;

/** One way to write a body, made when it is first looked at, and hashed once. */
export class Rendering {
  readonly #make: () => string | Buffer;
  readonly #budget: WritingBudget;
  readonly #digests = new Map<string, string | undefined>();
  #bytes: Buffer | undefined;

  constructor(make: () => string | Buffer, budget: WritingBudget) {
    this.#make = make;
    this.#budget = budget;
  }

  /** Undefined once the budget is spent. */
  get bytes(): Buffer | undefined {
    if (this.#bytes) return this.#bytes;
    if (this.#budget.bytes <= 0) {
      this.#budget.leftOut += 1;
      return undefined;
    }
    const bytes = Buffer.from(this.#make());
    this.#budget.bytes -= bytes.length + 100;
    if (bytes.length <= kept) this.#bytes = bytes;
    return bytes;
  }

  /** The hash as text; undefined once the budget is spent. */
  digest(algorithm: string, encoding: 'hex' | 'base64'): string | undefined {
    const key = `${algorithm} ${encoding}`;
    if (!this.#digests.has(key)) {
      const { bytes } = this;
      this.#digests.set(key, bytes && createHash(algorithm).update(bytes).digest(encoding));
    }
    return this.#digests.get(key);
  }
}
