import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { causeOf } from './causes.js';
import { describeAnswer, describeSent } from './describe-exchange.js';
import { knownFailure } from './known.js';
import type { Lookup } from './lookup.js';

/** What a reader needs to know of one check, in the same words in every report. Lines of text, not yet escaped. */
export interface Explanation {
  /** The requirement's claim; its id if the result has no text for it. */
  title: string;
  /** What was sent; absent if no exchange was kept. */
  sent?: string;
  /** What the document asks for. */
  expected: string;
  /** Where the document asks for it. */
  source: string;
  /** What came back; absent if no exchange was kept. */
  got?: string;
  /** What the check made of it. */
  message: string;
  /** Why the level is lower than the requirement's own. */
  lowered?: string;
  /** What it has in common with other findings. */
  cause?: string;
  /** That the baseline lists the failure, and why. */
  known?: string;
  remedy?: string;
  replay?: string;
}

/** Puts a check, its requirement and its decisive exchange together. */
export function explanationOf(
  lookup: Lookup,
  target: TargetResult,
  check: CheckResult,
): Explanation {
  const { lang } = lookup;
  const requirement = lookup.requirement(check.id);
  const exchange = lookup.decisive(target, check);
  const known = knownFailure(check, lang);
  const cause = causeOf(target, check);
  return {
    title: requirement?.title ?? check.id,
    ...(exchange && { sent: describeSent(exchange, lang), got: describeAnswer(exchange, lang) }),
    expected: requirement?.statement ?? check.id,
    source: check.sources.join('; '),
    message: check.message,
    ...(check.lowered !== undefined && { lowered: check.lowered }),
    ...(cause !== undefined && { cause }),
    ...(known !== undefined && { known }),
    ...(requirement && { remedy: requirement.remedy }),
    ...(check.replay !== undefined && { replay: check.replay }),
  };
}
