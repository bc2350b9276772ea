import { setTimeout as pause } from 'node:timers/promises';

/** Spaces requests evenly, so that a rate is kept from the first second on. */
export class Pacer {
  #next = 0;

  /** @param rate Turns a second; null: no pacing. */
  constructor(private readonly rate: number | null) {}

  /** Resolves when it is this caller's turn. */
  async turn(): Promise<void> {
    if (this.rate === null) return;
    const now = performance.now();
    const mine = Math.max(now, this.#next);
    this.#next = mine + 1000 / this.rate;
    if (mine > now) await pause(mine - now);
  }
}
