import { setTimeout as pause } from 'node:timers/promises';

/** Time as the client keeps it; a test gives its own and waits for nothing. */
export interface Clock {
  /** Milliseconds from an arbitrary start; never goes back. */
  now(): number;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
}

/** This machine's time. */
export const systemClock: Clock = {
  now: () => performance.now(),
  pause: (ms) => pause(ms),
};
