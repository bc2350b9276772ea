/** Thrown instead of sending more than the share of requests that a session was limited to. */
export class ShareSpent extends Error {
  constructor() {
    super('the share of requests is spent');
  }
}
