import type { TokenB2b } from '../../../schemas/resolved.js';
import { parseTimestamp } from '../../protocol/timestamp.js';

/**
 * The standard states no window. RFC 6749 and good sense ask for one, so a timestamp that is further
 * off than this many seconds is refused, unless the profile says otherwise.
 */
const usualWindowSeconds = 15 * 60;

/** How many seconds a timestamp may lie in the past and in the future. */
export function windowOf({ window }: Pick<TokenB2b['timestamp'], 'window'>): {
  pastSeconds: number;
  futureSeconds: number;
} {
  return window === 'unspecified'
    ? { pastSeconds: usualWindowSeconds, futureSeconds: usualWindowSeconds }
    : window;
}

/** True for a timestamp within the window, and for a malformed one, whose form another step judges. */
export function withinWindow(
  text: string,
  settings: Pick<TokenB2b['timestamp'], 'window' | 'accept'>,
  now: number,
): boolean {
  const { pastSeconds, futureSeconds } = windowOf(settings);
  const parsed = parseTimestamp(text, settings.accept);
  const ahead = parsed.ok ? (parsed.instant - now) / 1000 : 0;
  // A timestamp without milliseconds may be up to a second older than the instant at which it was made.
  return ahead <= futureSeconds && ahead >= -pastSeconds - 1;
}
