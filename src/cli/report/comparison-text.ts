import { shorten } from '../../../reports/shared/shorten.js';
import { outcomeWord } from '../../../reports/shared/shown-outcome.js';
import { visible } from '../../../reports/shared/visible.js';
import { pointerTokens } from '../../engine/input/json-pointer.js';
import type {
  CheckChange,
  Comparison,
  LoneCheck,
  TargetComparison,
} from '../../results/compare-results.js';
import type { Difference } from '../../results/differences.js';

/** A comparison as text, a table for each target; ends with a line feed. */
export function comparisonText(comparison: Comparison): string {
  const { targets, addedTargets, goneTargets, notes } = comparison;
  const lines = [
    ...notes.map((note) => `Note: ${note}`),
    ...targets.flatMap(targetLines),
    ...addedTargets.map((name) => `${name}: only in the later result`),
    ...goneTargets.map((name) => `${name}: only in the earlier result`),
    conclusion(comparison),
  ];
  // A server's text of several lines must not look like lines of ours.
  return lines.map((line) => `${visible(line.replace(/\s*\n\s*/g, ' '))}\n`).join('');
}

function conclusion({ targets, strict }: Comparison): string {
  const counted = targets.reduce((sum, { regressions }) => sum + regressions.length, 0);
  const what = strict ? ['check', 'checks'] : ['MUST', 'MUSTs'];
  const said = counted === 0 ? `No ${what[0]}` : `${counted} ${what[counted === 1 ? 0 : 1]}`;
  const others = targets
    .flatMap(({ broken, regressions }) => broken.filter(({ id }) => !regressions.includes(id)))
    .filter(({ level, before }) => level !== 'MUST' && before === 'passed').length;
  const rest = others === 0 ? '' : ` ${others} SHOULD or MAY broke, which --strict counts.`;
  return `${said} regressed.${rest}`;
}

function targetLines(target: TargetComparison): string[] {
  const { name, verdict, stored, notes, fixed, broken, changed, added, gone, dialect } = target;
  const [before, after] = (['before', 'after'] as const).map((when) =>
    stored[when] === undefined
      ? verdict[when]
      : `${verdict[when]} by its outcomes (the file states: ${stored[when]})`,
  );
  const told = before === after ? after : `${before} → ${after}`;
  const parts = [
    changeLines('broken', broken, target),
    changeLines('fixed', fixed, target),
    changeLines('other outcomes', changed, target),
    loneLines('new checks', added),
    loneLines('gone checks', gone),
    dialectLines(dialect),
  ].flat();
  return [
    `${name}: ${told}`,
    ...notes.map((note) => `  Note: ${note}`),
    ...(parts.length === 0 ? ['  nothing changed'] : parts),
    '',
  ];
}

function changeLines(
  title: string,
  changes: readonly CheckChange[],
  { regressions }: TargetComparison,
): string[] {
  const rows = changes.map(({ id, level, before, after }) => [
    regressions.includes(id) ? '✖' : ' ',
    level,
    id,
    `${outcomeWord(before)} → ${outcomeWord(after)}`,
  ]);
  // A broken check has its reason below it.
  return section(title, changes, rows, ({ after, message }) =>
    after === 'failed' || after === 'cantTell' ? [`        ${message}`] : [],
  );
}

function loneLines(title: string, checks: readonly LoneCheck[]): string[] {
  const rows = checks.map(({ id, level, outcome }) => [' ', level, id, outcomeWord(outcome)]);
  return section(title, checks, rows, () => []);
}

function dialectLines(changes: readonly Difference[]): string[] {
  const rows = changes.map((change) => [
    ' ',
    pointerTokens(change.pointer).join(' / '),
    `${valueOf(change, 'before')} → ${valueOf(change, 'after')}`,
  ]);
  return section('dialect', changes, rows, () => []);
}

function valueOf(change: Difference, when: 'before' | 'after'): string {
  return when in change ? shorten(JSON.stringify(change[when]) ?? '', 60) : 'absent';
}

/** A heading, and its rows in columns; below each row the lines that `below` gives for it. */
function section<T>(
  title: string,
  items: readonly T[],
  rows: readonly string[][],
  below: (item: T) => string[],
): string[] {
  if (items.length === 0) return [];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [
    `  ${title} (${items.length})`,
    ...items.flatMap((item, index) => [
      `    ${(rows[index] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
      ...below(item),
    ]),
  ];
}
