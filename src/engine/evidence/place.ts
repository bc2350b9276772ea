/**
 * Where in a run a request belongs: the position of the check that sent it, then how many requests that
 * check had begun before. Checks go on side by side, so this order, and not the clock, makes two runs of
 * the same seed tell their findings in the same way.
 */
export type Place = readonly [check: number, request: number];

/** Compares places for the order of the run. */
export function byPlace(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1];
}
