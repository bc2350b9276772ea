import type { Depth } from '../../../schemas/generated/result.js';

/** How much a run does for each check. */
export interface Effort {
  /** Runs of a property. */
  runs: number;
  /** Examples of a check that lists several. */
  examples: number;
  /** The control is sent again after this many negative checks. */
  confirmEvery: number;
  /** The most requests that making a counterexample smaller takes, for each property that fails. */
  shrinkRequests: number;
}

const everything = { examples: Number.POSITIVE_INFINITY, confirmEvery: 1 };

/** What is done for each check of a further service of a target, at every depth: the first classic example. */
export const furtherEffort: Effort = { runs: 1, examples: 1, confirmEvery: 12, shrinkRequests: 40 };

/** No further service gets more requests than this, those aside that only get a token. */
export const mostForFurther = 150;

/** What each depth does: `quick` is for sandboxes that limit requests, `thorough` for a release. */
export const effortAt: Readonly<Record<Depth, Effort>> = {
  quick: furtherEffort,
  standard: { runs: 20, ...everything, shrinkRequests: 100 },
  thorough: { runs: 120, ...everything, shrinkRequests: 400 },
};
