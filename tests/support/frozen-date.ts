import { onTestFinished, vi } from 'vitest';

/**
 * Has `Date` stand still, at a whole second, until the test ends: inputs that are made of the present are the
 * same in each run then. Timers go on, and so do durations.
 *
 * @param at RFC 3339; now, if it isn't given
 */
export function freezeDate(at?: string): void {
  const now = at === undefined ? Math.floor(Date.now() / 1000) * 1000 : Date.parse(at);
  vi.useFakeTimers({ toFake: ['Date'], now });
  onTestFinished(() => void vi.useRealTimers());
}

/** An hour in which a 12-hour clock shows what a 24-hour clock does, and one in which it doesn't. */
export const morning = '2026-03-19T09:46:16+07:00';
export const afternoon = '2026-03-19T14:46:16+07:00';

/** Checks that compare a moment with a duration: next to a clock that stands still, a slow answer looks late. */
export const clockChecks = ['*/timestamp-header-now'];
