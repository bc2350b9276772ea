import type { CheckResult } from '../../../schemas/generated/result.js';
import type { FailureSpell, HistoryNote } from '../../../schemas/history.js';
import { type Moment, notesBetween } from './moment.js';

/** A check as one moment has it. */
interface Judged {
  at: number;
  check: CheckResult;
}

/**
 * Since when each check fails, and what changed when it began. A check that was not tested, or couldn't be judged, ends
 * no spell: nothing says that it would have passed. Those that still fail come first, the latest before the others.
 */
export function failureSpells(moments: readonly Moment[]): FailureSpell[] {
  const judged = new Map<string, Judged[]>();
  for (const [at, { target }] of moments.entries())
    for (const check of target.checks)
      if (isJudged(check)) judged.set(check.id, [...(judged.get(check.id) ?? []), { at, check }]);
  const spells = [...judged.values()].flatMap((own) => spellsOf(own, moments));
  return spells.toSorted(
    (one, other) =>
      Number(one.until !== undefined) - Number(other.until !== undefined) ||
      other.since - one.since ||
      (one.id < other.id ? -1 : 1),
  );
}

function isJudged({ outcome }: CheckResult): boolean {
  return outcome === 'passed' || outcome === 'failed' || outcome === 'inapplicable';
}

function spellsOf(judged: readonly Judged[], moments: readonly Moment[]): FailureSpell[] {
  const starts = judged.flatMap(({ check }, index) =>
    check.outcome === 'failed' && judged[index - 1]?.check.outcome !== 'failed' ? [index] : [],
  );
  return starts.flatMap((start) => {
    const rest = judged.slice(start);
    const end = rest.find(({ check }) => check.outcome !== 'failed');
    const own = end ? rest.slice(0, rest.indexOf(end)) : rest;
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) return [];
    const before = judged[start - 1];
    const notes = before ? notesAt(before.at, first.at, moments) : [];
    const { id, level, message, known } = last.check;
    const spell: FailureSpell = {
      ...{ id, level, message, title: titleOf(id, moments[last.at]), known: known !== undefined },
      ...{ since: first.at, last: last.at },
      ...(end && { until: end.at }),
      ...(before && { before: { at: before.at, outcome: before.check.outcome } }),
      ...{ notes, with: before ? changed(notes) : 'unknown' },
    };
    return [spell];
  });
}

function notesAt(before: number, after: number, moments: readonly Moment[]): HistoryNote[] {
  const [one, other] = [moments[before], moments[after]];
  return one && other ? notesBetween(one, other) : [];
}

/** A change of ours is never put down to the target, and neither is one of the inputs. */
function changed(notes: readonly HistoryNote[]): FailureSpell['with'] {
  const has = (...of: HistoryNote['of'][]) => notes.some((note) => of.includes(note.of));
  if (has('tool', 'profile')) return 'ours';
  return has('run') ? 'run' : 'target';
}

function titleOf(id: string, moment: Moment | undefined): string {
  return moment?.result.requirements.find((requirement) => requirement.id === id)?.title ?? id;
}
