import type { Cause, CheckResult, TargetResult } from '../../../schemas/generated/result.js';
import { explainedOf } from '../causes.js';
import { shownAs } from '../group.js';
import { byWeight, weightOf } from '../weight.js';
import { tallyOf } from './tally.js';

/** Something that is wrong with a target: a cause with its checks, or a failed check alone. */
export interface ToMend {
  message: string;
  /** At least one, the plainest first. */
  checks: [CheckResult, ...CheckResult[]];
  cause?: Cause;
}

/** What is wrong with a target, known failures left out: causes first, then the findings that have none, by weight. */
export function toMendOf(target: TargetResult): ToMend[] {
  const explained = explainedOf(target).flatMap(
    ({ cause, checks: [first, ...others] }): ToMend[] =>
      first ? [{ message: cause.message, checks: [first, ...others], cause }] : [],
  );
  const joined = new Set(explained.flatMap(({ checks }) => checks));
  const alone = (['failed', 'warning'] as const).flatMap((outcome) =>
    byWeight(shownAs(target.checks, outcome), ({ id }) => id).filter(
      (check) => check.known === undefined && !joined.has(check),
    ),
  );
  return [
    ...explained,
    ...alone.map((check): ToMend => ({ message: check.message, checks: [check] })),
  ];
}

/** The weightiest of what makes a target non-conformant; of equal ones the first, so that a cause goes before a finding. */
export function weightiestOf(target: TargetResult): ToMend | undefined {
  const broken = new Set(tallyOf(target).broken);
  const weight = ({ checks }: ToMend) =>
    Math.min(...checks.filter((check) => broken.has(check)).map(({ id }) => weightOf(id)));
  return toMendOf(target)
    .filter(({ checks }) => checks.some((check) => broken.has(check)))
    .toSorted((one, other) => weight(one) - weight(other))[0];
}
