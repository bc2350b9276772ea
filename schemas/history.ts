import type { CheckId, Level, Outcome, Summary, Verdict } from './generated/result.js';

/** What several results say of the same targets over time: the only thing that its page sees. */
export interface History {
  /** By the time at which they began, the earliest first. */
  runs: HistoryRun[];
  /** By name. */
  targets: TargetHistory[];
}

/** A run whose result is part of a history. */
export interface HistoryRun {
  /** As the user named it, or its folder. */
  file: string;
  /** UTC. */
  startedAt: string;
  version: string;
  depth: string;
  interrupted: boolean;
}

/** One target over time. Places count from 0, among its own points. */
export interface TargetHistory {
  name: string;
  points: HistoryPoint[];
  /** Every time that a check failed, those that still fail first. */
  failures: FailureSpell[];
  /** Where something changed from one point to the next. */
  changes: HistoryChange[];
}

/** What one run found of a target. */
export interface HistoryPoint {
  run: HistoryRun;
  profile: string;
  baseUrl: string;
  /** By its outcomes. */
  verdict: Verdict;
  /** The one that its file states, if it is another. */
  storedVerdict?: Verdict;
  /** How many of all checks it was judged by, if not by all. */
  part?: { chosen: number; all: number };
  summary: Summary;
  /** What several failures have in common, in words. */
  causes: string[];
  latency?: { medianMs: number; p95Ms: number };
}

/** A check that failed from one point on, without having passed in between. */
export interface FailureSpell {
  id: CheckId;
  /** At the last failure. */
  level: Level;
  title: string;
  /** Of the last failure. */
  message: string;
  /** The baseline of its last run lists it. */
  known: boolean;
  /** Where it failed first. */
  since: number;
  /** Where it failed last. */
  last: number;
  /** Where it passed, or was inapplicable, afterwards; absent if it still fails. */
  until?: number;
  /** Where it was last judged before, and how; absent if it fails from its first judgement on. */
  before?: { at: number; outcome: Outcome };
  /** What else changed from there to its first failure. */
  notes: HistoryNote[];
  /**
   * Whose change it came with. `target`: the same was asked in the same way, so it is the target that changed.
   * `ours`: tool, catalogue or profile were changed too. `run`: other inputs or another choice. `unknown`: it failed
   * from the first on.
   */
  with: 'target' | 'ours' | 'run' | 'unknown';
}

/** What a change is of. */
export interface HistoryNote {
  /**
   * `tool`: version, catalogue, libraries. `profile`: what is asked of the target. `run`: seed, depth, choice of
   * checks. `target`: its base URL or role.
   */
  of: 'tool' | 'profile' | 'run' | 'target';
  text: string;
}

/** What changed from one point of a target to the next. */
export interface HistoryChange {
  /** The later point. */
  at: number;
  verdict?: { before: Verdict; after: Verdict };
  notes: HistoryNote[];
  broken: CheckId[];
  fixed: CheckId[];
  /** Pointers into the dialect, with the values as JSON; absent where there was none. */
  dialect: { pointer: string; before?: string; after?: string }[];
}
