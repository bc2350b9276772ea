/** Thrown instead of sending once a run was stopped: what asked for the request is not reached any more. */
export class RunEnded extends Error {
  override readonly name = 'RunEnded';

  constructor() {
    super('the run was stopped');
  }
}
