import { type Clock, systemClock } from '../clock.js';

/** Requests without an answer, in a row, after which a target is asked whether it is still there. */
const doubtedAfter = 6;
/** Milliseconds between two such questions. */
const pauses = [0, 1000, 2000, 4000, 8000];
/** No further question is asked later than this after the first. */
const longestMs = 45_000;

/**
 * Knows whether a target still answers. Once several requests in a row had no answer, one valid request at a
 * time asks whether it is there, while all others wait: what went unanswered may have been asked badly.
 */
export class Pulse {
  #unanswered = 0;
  #asking: Promise<boolean> | undefined;
  /** Milliseconds that the target was away, each time. */
  readonly absences: number[] = [];

  /** @param ask Sends a valid request; gives true if there was an answer. */
  constructor(
    private readonly ask: () => Promise<boolean>,
    private readonly clock: Clock = systemClock,
  ) {}

  /** A request was answered, or wasn't. */
  note(answered: boolean): void {
    this.#unanswered = answered ? 0 : this.#unanswered + 1;
  }

  /**
   * Waits while it isn't known whether the target is there.
   *
   * @returns false once it is known that it isn't
   */
  async isThere(signal?: AbortSignal): Promise<boolean> {
    if (this.#unanswered < doubtedAfter) return true;
    this.#asking ??= this.#askAgain(signal).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askAgain(signal: AbortSignal | undefined): Promise<boolean> {
    const begun = this.clock.now();
    for (const [index, pause] of pauses.entries()) {
      if (this.clock.now() - begun + pause > longestMs) break;
      await this.clock.pause(pause, signal);
      if (!(await this.ask())) continue;
      this.#unanswered = 0;
      if (index > 0) this.absences.push(this.clock.now() - begun);
      return true;
    }
    return false;
  }
}
