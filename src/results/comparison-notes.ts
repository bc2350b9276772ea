import type { Basis, Result, TargetResult } from '../../schemas/generated/result.js';
import type { HistoryNote } from '../../schemas/history.js';

/** How two runs differ in what was asked: seed and depth. */
export function choiceNotesOfRuns(before: Result, after: Result): HistoryNote[] {
  return [
    ...note('run', 'seed', before.run.seed, after.run.seed),
    ...note('run', 'depth', before.run.depth, after.run.depth),
  ];
}

/** How they differ in what asked: the tool, its catalogue, the libraries that make inputs. */
export function toolNotes(before: Result, after: Result): HistoryNote[] {
  const facts: Fact[] = [
    ['version of the tool', before.tool.version, after.tool.version],
    ['catalogue of requirements', before.run.catalogueDigest, after.run.catalogueDigest],
    ...libraryFacts(before, after),
  ];
  return facts.flatMap(([what, one, two]) => note('tool', what, one, two));
}

/** Which of them was cut short. */
export function interruptionNotes(before: Result, after: Result): HistoryNote[] {
  return [
    ...(before.run.interrupted ? [said('run', 'the earlier run was interrupted')] : []),
    ...(after.run.interrupted ? [said('run', 'the later run was interrupted')] : []),
  ];
}

type Versions = Readonly<Record<string, string>>;

/** What two results say of one thing. */
type Fact = [what: string, before: string | undefined, after: string | undefined];

/** Versions of what makes the inputs: under another one, the same seed gives other inputs. */
function libraryFacts(before: Result, after: Result): Fact[] {
  const earlier: Versions = before.tool.libraries ?? {};
  const later: Versions = after.tool.libraries ?? {};
  return Object.keys(later).map((name) => [`version of ${name}`, earlier[name], later[name]]);
}

/** The profiles under which a target was judged: another one asks for something else. */
export function profileNotes(before: TargetResult, after: TargetResult): HistoryNote[] {
  return before.profile === after.profile
    ? // The same name with other values: its file or its overrides were changed.
      note('profile', `profile ${after.profile}`, before.profileDigest, after.profileDigest)
    : note('profile', 'profile', before.profile, after.profile);
}

/** How a target differs but for its profile, and what its verdict depends on. */
export function targetNotes(before: TargetResult, after: TargetResult): HistoryNote[] {
  return [
    ...note('target', 'role', before.role, after.role),
    ...note('target', 'base URL', before.baseUrl, after.baseUrl),
    ...choiceNotes(before.basis, after.basis),
  ];
}

/** What else the two verdicts depend on. */
function choiceNotes(before: TargetResult['basis'], after: TargetResult['basis']): HistoryNote[] {
  if (!before || !after) return [];
  const list = (patterns: readonly string[]) => patterns.join(', ') || 'none';
  const held = ({ shards }: Basis) =>
    shards === undefined ? 'none' : `${shards.held.join(', ')} of ${shards.count}`;
  return [
    ...note('run', 'strictness', word(before.strict), word(after.strict)),
    ...note('run', '--only', list(before.only), list(after.only)),
    ...note('run', '--skip', list(before.skip), list(after.skip)),
    ...note('run', 'choice of shards', held(before), held(after)),
  ];
}

function word(strict: boolean): string {
  return strict ? 'strict' : 'lenient';
}

function note(
  of: HistoryNote['of'],
  what: string,
  one: string | number | undefined,
  two: string | number | undefined,
): HistoryNote[] {
  if (one === two || one === undefined || two === undefined) return [];
  const digests = [one, two].every((value) => String(value).startsWith('sha256:'));
  return [
    said(of, digests ? `the ${what} was changed` : `another ${what}: ${one} before, ${two} now`),
  ];
}

function said(of: HistoryNote['of'], text: string): HistoryNote {
  return { of, text };
}
