/**
 * Lets those who waited for the same thing go on one at a time, in order, each in its own turn of the event loop. If
 * all of them went on at once, no answer would be read until the last had prepared its request.
 */
export class OneByOne {
  readonly #waiting: (() => void)[] = [];

  /** Resolves when it is the caller's turn to go on. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) setImmediate(this.#next);
    });
  }

  readonly #next = (): void => {
    this.#waiting.shift()?.();
    if (this.#waiting.length > 0) setImmediate(this.#next);
  };
}
