import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import type {
  History,
  HistoryChange,
  HistoryPoint,
  HistoryRun,
  TargetHistory,
} from '../../../schemas/history.js';
import { summarize } from '../../engine/run/result/verdict.js';
import { verdictByOutcomes } from '../by-outcomes.js';
import { compareTargets } from '../compare-results.js';
import { failureSpells } from './failure-spells.js';
import { type Moment, notesBetween } from './moment.js';

/** A result, and its file as the user named it. */
export interface StoredResult {
  file: string;
  result: Result;
}

/** What results say of their targets over time. Verdicts and counts are those of the outcomes. */
export function historyOf(stored: readonly StoredResult[]): History {
  const sorted = stored.toSorted(byTime);
  const runs = sorted.map(({ file, result }) => runOf(file, result));
  const moments = new Map<string, Moment[]>();
  for (const [index, { result }] of sorted.entries())
    for (const target of result.targets) {
      const run = runs[index];
      if (!run) throw new RangeError(`${index}`);
      moments.set(target.name, [...(moments.get(target.name) ?? []), { run, result, target }]);
    }
  const targets = [...moments]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, own]) => targetHistory(name, own));
  return { runs, targets };
}

function byTime({ result: { run: one } }: StoredResult, { result: { run: other } }: StoredResult) {
  return one.startedAt < other.startedAt ? -1 : Number(one.startedAt > other.startedAt);
}

function runOf(file: string, { run, tool }: Result): HistoryRun {
  const { startedAt, depth, interrupted } = run;
  return { file, startedAt, version: tool.version, depth, interrupted };
}

function targetHistory(name: string, moments: readonly Moment[]): TargetHistory {
  return {
    name,
    points: moments.map(pointOf),
    failures: failureSpells(moments),
    changes: moments.slice(1).flatMap((after, index) => {
      const before = moments[index];
      return before ? changeBetween(before, after, index + 1) : [];
    }),
  };
}

function pointOf({ run, target }: Moment): HistoryPoint {
  const { profile, baseUrl, checks, causes = [], basis, stats } = target;
  const verdict = verdictByOutcomes(target);
  const stated = target.storedVerdict ?? target.verdict;
  return {
    ...{ run, profile, baseUrl, verdict },
    ...(stated !== verdict && { storedVerdict: stated }),
    ...(basis &&
      checks.length < basis.checks && { part: { chosen: checks.length, all: basis.checks } }),
    summary: summarize(checks),
    causes: causes.map(({ message }) => message),
    ...(stats.latency && { latency: latencyOf(stats.latency) }),
  };
}

function latencyOf({ medianMs, p95Ms }: NonNullable<TargetResult['stats']['latency']>) {
  return { medianMs, p95Ms };
}

/** Nothing if all is as it was. */
function changeBetween(before: Moment, after: Moment, at: number): HistoryChange[] {
  const { verdict, broken, fixed, dialect } = compareTargets(before.target, after.target, false);
  const notes = notesBetween(before, after);
  const change: HistoryChange = {
    at,
    ...(verdict.before !== verdict.after && { verdict }),
    notes,
    broken: broken.map(({ id }) => id),
    fixed: fixed.map(({ id }) => id),
    dialect: dialect.map((difference) => ({
      pointer: difference.pointer,
      ...('before' in difference && { before: JSON.stringify(difference.before) }),
      ...('after' in difference && { after: JSON.stringify(difference.after) }),
    })),
  };
  const count = notes.length + broken.length + fixed.length + dialect.length;
  return count > 0 || change.verdict ? [change] : [];
}
