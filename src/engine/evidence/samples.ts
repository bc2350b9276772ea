/** What of a judged message tells it from others that are kept. */
export interface SampleKey {
  /** What the request got wrong; undefined for a valid one. */
  faultClass: string | undefined;
  faultField: string | undefined;
  status: number;
  /** Bytes of the answer's body. */
  size: number;
}

/** Of messages that are alike in all that a key says, so many are kept. */
const mostOfAKey = 2;

const mostInAll = 60;

/** A larger body is seldom needed, and holds on to memory. */
const largestBody = 16_384;

/** A few judged messages of each kind, kept whole, so that they can be judged by another profile later. */
export class Samples<E> {
  readonly #kept: E[] = [];
  readonly #counts = new Map<string, number>();

  note(message: E, { faultClass, faultField, status, size }: SampleKey): void {
    if (size > largestBody || this.#kept.length >= mostInAll) return;
    const key = JSON.stringify([faultClass, faultField, status]);
    const count = this.#counts.get(key) ?? 0;
    if (count >= mostOfAKey) return;
    this.#counts.set(key, count + 1);
    this.#kept.push(message);
  }

  all(): readonly E[] {
    return this.#kept;
  }
}
