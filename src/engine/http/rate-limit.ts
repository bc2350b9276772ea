import { type Clock, systemClock } from './clock.js';

/** Spaces requests evenly, so that a rate is kept from the first second on. */
export class RateLimit {
  #next = 0;

  /** @param rate Turns a second; null: no pacing. */
  constructor(
    private readonly rate: number | null,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Resolves when it is this caller's turn; rejects when `signal` is aborted before. */
  async turn(signal?: AbortSignal): Promise<void> {
    if (this.rate === null) return;
    const now = this.clock.now();
    const mine = Math.max(now, this.#next);
    this.#next = mine + 1000 / this.rate;
    if (mine > now) await this.clock.pause(mine - now, signal);
  }
}
