import type { CheckResult, RequirementText, Result } from '../../../schemas/generated/result.js';
import type { PlacedExchange } from '../evidence/placed-exchange.js';
import type { Likeness } from '../likeness/likeness.js';
import type { TargetStanding, TargetStatus } from '../session/target-status.js';
import type { OpenTarget } from './result/open-target.js';

/** What a result says before the first target. */
export type ResultHead = Omit<Result, 'targets' | 'exchanges'> & {
  requirements: RequirementText[];
};

/** The run begins: its facts, with the end of it open. */
export interface RunBegun {
  entry: 'run';
  head: ResultHead;
}

/** A target that the run is to test, as its result is while nothing is known of it. */
export interface TargetPlanned {
  entry: 'target';
  target: OpenTarget;
}

/** A check is done: nothing changes its outcome any more. */
export interface CheckDone {
  entry: 'check';
  /** Name of the target. */
  target: string;
  /** Epoch milliseconds. */
  at: number;
  check: CheckResult;
  /** Those that the check or a control names, if no earlier entry has them. */
  exchanges: PlacedExchange[];
  /** How the target stands; absent while that is as in the entry before. */
  standing?: TargetStanding;
  /** Requests that the target got so far, and for how long it has been tested, in milliseconds. */
  requests: number;
  durationMs: number;
}

/** All that there was to do for a target is done. */
export interface TargetDone {
  entry: 'target-done';
  target: string;
  at: number;
  status: TargetStatus;
  likenesses: Likeness[];
  exchanges: PlacedExchange[];
  durationMs: number;
}

/**
 * What a run tells of itself as it goes: enough to make its result without it, and nothing that isn't in that result.
 * Secrets are out of it by then.
 */
export type JournalEntry = RunBegun | TargetPlanned | CheckDone | TargetDone;
