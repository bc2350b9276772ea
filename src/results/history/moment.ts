import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import type { HistoryNote, HistoryRun } from '../../../schemas/history.js';
import { choiceNotesOfRuns, profileNotes, targetNotes, toolNotes } from '../comparison-notes.js';

/** A target in one of the results. */
export interface Moment {
  run: HistoryRun;
  result: Result;
  target: TargetResult;
}

/** What else than outcomes and dialect changed from one moment of a target to another: ours, the run's, its own. */
export function notesBetween(before: Moment, after: Moment): HistoryNote[] {
  return [
    ...toolNotes(before.result, after.result),
    ...profileNotes(before.target, after.target),
    ...choiceNotesOfRuns(before.result, after.result),
    ...targetNotes(before.target, after.target),
  ];
}
