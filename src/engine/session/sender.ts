import type { Place } from '../evidence/place.js';

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
    /** Its requests go before those of others that wait. */
    readonly urgent = false,
  ) {}

  /** The place of its next request. */
  nextPlace(): Place {
    this.#requests += 1;
    return [this.position, this.#requests];
  }
}
