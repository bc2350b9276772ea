import { oneLine } from '../../../reports/shared/visible.js';
import type { FailureSpell, History, TargetHistory } from '../../../schemas/history.js';

/** How many failures of a target are named. */
const most = 20;

/** A history in short: each target's verdict, what fails and since when. Ends with a line feed. */
export function historyText({ runs, targets }: History): string {
  const days = [runs[0], runs.at(-1)].map((run) => run?.startedAt.slice(0, 10) ?? '');
  const lines = [
    `${counted(runs.length, 'result')} of ${counted(targets.length, 'target')}, ${days.join(' to ')}`,
    ...targets.flatMap(targetLines),
  ];
  // A server's text of several lines must not look like lines of ours.
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

function targetLines(target: TargetHistory): string[] {
  const { name, points, failures } = target;
  const last = points.at(-1);
  if (!last) return [];
  const other = points.findLastIndex(({ verdict }) => verdict !== last.verdict);
  const since = other < 0 ? 'in all its results' : `since ${dayOf(target, other + 1)}`;
  const open = failures.filter(({ until }) => until === undefined);
  const fixed = failures.length - open.length;
  const rest = open.length - most;
  return [
    '',
    `${name}: ${last.verdict} ${since} (${counted(points.length, 'result')})`,
    ...open.slice(0, most).flatMap((spell) => failureLines(target, spell)),
    ...(rest > 0 ? [`  and ${rest} more, which the page has`] : []),
    ...(fixed > 0 ? [`  ${counted(fixed, 'earlier failure')}, fixed since`] : []),
    ...latencyLines(target),
  ];
}

function failureLines(target: TargetHistory, spell: FailureSpell): string[] {
  const { level, id, since, notes } = spell;
  const of = {
    ours: ['tool', 'profile'],
    run: ['run'],
    target: ['target'],
    unknown: [] as string[],
  };
  const told = notes.filter((note) => of[spell.with].includes(note.of)).map(({ text }) => text);
  const reasons = told.length > 0 ? `: ${told.join('; ')}` : '';
  return [
    `  ${level.padEnd(6)}  ${id}`,
    `          fails since ${dayOf(target, since)}, ${cameWith[spell.with]}${reasons}`,
  ];
}

const cameWith: Record<FailureSpell['with'], string> = {
  target: 'and nothing of ours changed then: the target did',
  ours: 'with a change of ours, so it is not put down to the target',
  run: 'with other inputs or another choice of checks',
  unknown: 'the first result that judged it',
};

function latencyLines({ points }: TargetHistory): string[] {
  const measured = points.flatMap(({ latency }) => latency ?? []);
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last || measured.length < 2) return [];
  return [
    `  latency: median ${ms(first.medianMs)} → ${ms(last.medianMs)} ms, 95 of 100 within ${ms(first.p95Ms)} → ${ms(last.p95Ms)} ms`,
  ];
}

/** To a tenth. */
function ms(value: number): number {
  return Math.round(value * 10) / 10;
}

function dayOf({ points }: TargetHistory, at: number): string {
  return points[at]?.run.startedAt.slice(0, 10) ?? '';
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
