import type { CheckResult } from '../../../schemas/generated/result.js';

/** A check that is done, as whoever watches a run is told of it. */
export interface CheckReport {
  /** Name of the target. */
  target: string;
  check: CheckResult;
  durationMs: number;
  /** Requests that the target got so far. */
  requests: number;
}
