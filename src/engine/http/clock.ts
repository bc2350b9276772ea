import { setTimeout as pause } from 'node:timers/promises';

/** Time as the client keeps it; a test gives its own and waits for nothing. */
export interface Clock {
  /** Milliseconds from an arbitrary start; never goes back. */
  now(): number;
  /** Resolves after so many milliseconds; rejects when `signal` is aborted before. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
}

/** This machine's time. */
export const systemClock: Clock = {
  now: () => performance.now(),
  pause: (ms, signal) => pause(ms, undefined, { signal }),
};
