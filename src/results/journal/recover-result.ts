import type { Result } from '../../../schemas/generated/result.js';
import type { Suites } from '../../engine/checks/suites.js';
import { inOrder } from '../../engine/evidence/placed-exchange.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { validateInput } from '../../engine/input/validate-input.js';
import { resultOf } from '../../engine/run/result/build-result.js';
import type { TargetFindings } from '../../engine/run/run-target.js';
import type { TargetStatus } from '../../engine/session/target-status.js';
import { applyBaseline } from '../apply-baseline.js';
import type { Journal, JournaledTarget } from './read-journal.js';

/**
 * The result of a run from its journal, marked as recovered. What wasn't done is untested, so it is conformant only if
 * all was done. The verdict is by the baseline as it was before the run.
 *
 * @param suites The checks that there are; they are only asked what findings have in common.
 * @throws InputProblem when the journal was changed so that it makes no result.
 */
export function recoverResult(journal: Journal, suites: Suites): Result {
  const { head, targets, file, cut } = journal;
  const ends = targets.flatMap(({ checks, done }) => [...checks, ...(done ? [done] : [])]);
  const finishedAt = ends.reduce(
    (last, { at }) => Math.max(last, at),
    Date.parse(head.run.startedAt),
  );
  const run: Result['run'] = {
    ...head.run,
    finishedAt: new Date(finishedAt).toISOString(),
    interrupted: !targets.every(isWhole),
    recovered: {
      checks: targets.reduce((sum, { checks }) => sum + checks.length, 0),
      ...(cut && { cut }),
    },
  };
  return judged(validateInput<Result>('result', result(), file), journal);

  function result(): Result {
    const open = targets.map((target) => target.open);
    try {
      return resultOf({ ...head, run }, open, targets.map(findingsOf), suites);
    } catch (error) {
      // A member that is missing deep in a line.
      throw new InputProblem(
        'not-a-journal',
        'a line of this journal lacks what a run writes: it was changed after its run',
        { file, remedy: 'Take the journal as the run left it.' },
        { cause: error },
      );
    }
  }
}

function judged(result: Result, { context: { baseline } }: Journal): Result {
  if (!baseline) return result;
  const { file, known, targets, checks } = baseline;
  const strict = result.targets.some(({ basis }) => basis?.strict);
  const context = { strict, targets, catalogue: new Set(checks) };
  return applyBaseline(result, { file, known: [...known] }, context);
}

/** True if each check of the target was done, or the run had said why it wasn't. */
function isWhole({ open, checks, done }: JournaledTarget): boolean {
  return checks.length === open.result.checks.length || done?.status.ended !== undefined;
}

/** Undefined for a target that the run didn't reach. */
function findingsOf({ checks, done }: JournaledTarget): TargetFindings | undefined {
  const last = checks.at(-1);
  const standing = checks.findLast((each) => each.standing !== undefined)?.standing;
  const status: TargetStatus | undefined =
    done?.status ?? (standing && last && { ...standing, requests: last.requests });
  if (!status) return undefined;
  // Until all is done, a target that is given up may be asked again: what is open is just that.
  const { ended, ...still } = status;
  const exchanges = [...checks, ...(done ? [done] : [])].flatMap((each) => each.exchanges);
  return {
    checks: checks.map(({ check }) => check),
    status: done && ended !== undefined ? status : still,
    exchanges: inOrder(exchanges),
    likenesses: done?.likenesses ?? [],
    durationMs: done?.durationMs ?? last?.durationMs ?? 0,
  };
}
