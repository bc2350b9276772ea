/**
 * Where in a run a request belongs: the position of the check that sent it, then how many requests that
 * check had begun before. Checks run side by side, so findings are ordered by this, not by the clock: two
 * runs of the same seed then report them alike.
 */
export type Place = readonly [check: number, request: number];

/** Compares places for the order of the run. */
export function byPlace(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1];
}
