import type { Clock } from '../../src/engine/http/clock.js';

/** A clock that stands still except for its pauses, which it notes and ends at once. */
export class TestClock implements Clock {
  readonly pauses: number[] = [];
  #now = 0;

  now(): number {
    return this.#now;
  }

  pause(ms: number): Promise<void> {
    this.pauses.push(ms);
    return Promise.resolve();
  }

  /** Lets time pass. */
  advance(ms: number): void {
    this.#now += ms;
  }
}
