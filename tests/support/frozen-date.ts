import { onTestFinished, vi } from 'vitest';

/**
 * Has `Date` stand still, at a whole second, until the test ends: inputs that are made of the present are the
 * same in each run then. Timers go on, and so do durations.
 */
export function freezeDate(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 1000) * 1000 });
  onTestFinished(() => void vi.useRealTimers());
}

/** Checks that compare a moment with a duration: next to a clock that stands still, a slow answer looks late. */
export const clockChecks = ['*/timestamp-header-now'];
