import type {
  Cause as CauseFinding,
  CheckResult,
  Exchange,
} from '../../../schemas/generated/result.js';
import type { Message } from '../../messages/message.js';
import type { PlacedCheck, Suites } from '../checks/suites.js';

/** What several failed checks of a target have in common. */
export interface Cause {
  /** Stable: `signatures-not-checked`. */
  id: CauseFinding['id'];
  message: Message;
  /** Ids of the checks that it explains. */
  checks: string[];
}

/** What causes are found in. */
export interface Findings {
  suites: Suites;
  checks: readonly CheckResult[];
  exchanges: readonly Exchange[];
}

/** A check that was judged. */
export interface JudgedCheck {
  placed: PlacedCheck;
  result: CheckResult;
}

/** The checks that passed or failed, in the order of the run. */
export function judgedChecks({ suites, checks }: Findings): JudgedCheck[] {
  const results = new Map(checks.map((check) => [check.id, check]));
  return suites.checks().flatMap((placed) => {
    const result = results.get(placed.id);
    const isJudged = result?.outcome === 'passed' || result?.outcome === 'failed';
    return isJudged ? [{ placed, result }] : [];
  });
}

/** The ids of checks, if there are so many and all of them failed. */
export function allFailed(judged: readonly JudgedCheck[], least: number): string[] | undefined {
  if (judged.length < least) return undefined;
  if (judged.some(({ result }) => result.outcome === 'passed')) return undefined;
  return judged.map(({ placed }) => placed.id);
}
