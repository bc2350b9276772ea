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

/** Those who send requests: a check, or the run itself for the control of a service. */
export class Sender {
  #requests = 0;
  /** Requests that wait for their turn or are under way. */
  pending = 0;

  constructor(
    /** Position in the run. */
    readonly position: number,
    /** Id of the check; absent for the run itself. */
    readonly check?: string,
  ) {}

  /** The place of its next request. */
  nextPlace(): Place {
    this.#requests += 1;
    return [this.position, this.#requests];
  }
}
