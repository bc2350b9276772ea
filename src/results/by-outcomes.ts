import type { Result, TargetResult, Verdict } from '../../schemas/generated/result.js';
import { InputProblem } from '../engine/input/input-problem.js';
import { summarize, verdictOf } from '../engine/run/result/verdict.js';

/** The verdict that the outcomes of a target come to, whatever its result states. */
export function verdictByOutcomes(target: TargetResult): Verdict {
  const { checks, verdict } = target;
  return verdictOf(checks, target, target.basis?.strict ?? wasStrict(checks, target, verdict));
}

/** An early result doesn't say whether its run was strict: it was if that explains the verdict. */
function wasStrict(
  checks: TargetResult['checks'],
  target: TargetResult,
  verdict: Verdict,
): boolean {
  return verdictOf(checks, target, true) === verdict;
}

/**
 * A result as its outcomes have it: verdicts and counts that were changed by hand are put right, and
 * `storedVerdict` keeps the one that stood there. One that nobody changed stays as it is.
 */
export function judgedByOutcomes(result: Result): Result {
  if (result.targets.every((target) => !isEdited(target))) return result;
  return { ...result, targets: result.targets.map(judged) };
}

function judged(target: TargetResult): TargetResult {
  const verdict = verdictByOutcomes(target);
  const storedVerdict = target.storedVerdict ?? target.verdict;
  return {
    ...target,
    verdict,
    ...(storedVerdict !== verdict && { storedVerdict }),
    summary: summarize(target.checks),
  };
}

/** What in a result isn't what its outcomes come to. */
export interface Edit {
  /** In words. */
  what: string;
  /** JSON pointer. */
  pointer: string;
}

/** The first verdict or counts that aren't those of their outcomes; undefined if there are none. */
export function editIn({ targets }: Result): Edit | undefined {
  const index = targets.findIndex(isEdited);
  const target = targets[index];
  if (!target) return undefined;
  const { name, verdict, storedVerdict = verdict } = target;
  const own = verdictByOutcomes(target);
  return storedVerdict === own
    ? {
        what: `the counts of "${name}" are not those of its outcomes`,
        pointer: `/targets/${index}/summary`,
      }
    : {
        what: `"${name}" is ${own} by its outcomes, and stated to be ${storedVerdict}`,
        pointer: `/targets/${index}/verdict`,
      };
}

/** @throws InputProblem for a result with an {@link Edit}. */
export function requireUnedited(result: Result, file: string): void {
  const edit = editIn(result);
  if (!edit) return;
  throw new InputProblem('result-edited', `this result was changed after its run: ${edit.what}`, {
    file,
    pointer: edit.pointer,
    remedy: 'Take the result as the run wrote it; `report` on this file alone shows both.',
  });
}

function isEdited(target: TargetResult): boolean {
  const { checks, verdict, storedVerdict, summary } = target;
  if (storedVerdict !== undefined || verdict !== verdictByOutcomes(target)) return true;
  const counts = Object.entries(summarize(checks));
  return counts.some(([name, count]) => summary[name as keyof typeof summary] !== count);
}
