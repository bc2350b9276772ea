import type { Colors } from 'picocolors/types.js';
import type { CheckResult, ControlFinding, TargetResult } from '../../schemas/generated/result.js';
import { explainedOf } from '../shared/causes.js';
import { explanationOf } from '../shared/explanation.js';
import { isSound, refusedControls } from '../shared/further-controls.js';
import { byArea, byReason, shownAs } from '../shared/group.js';
import type { Lookup } from '../shared/lookup.js';
import { serviceWords } from '../shared/service-words.js';
import { outcomeWords, shownOutcomes } from '../shared/shown-outcome.js';
import { verdictSentence } from '../shared/verdict-sentence.js';
import { verdictWords } from '../shared/verdict-words.js';
import { visible } from '../shared/visible.js';
import { byWeight } from '../shared/weight.js';
import { contradictionLines } from './contradictions.js';
import { wrap } from './wrap.js';

/** How the summary is drawn. */
export interface Pen {
  colors: Colors;
  /** Characters in a line. */
  width: number;
}

/** One target of the summary, as lines. */
export function targetLines(lookup: Lookup, target: TargetResult, pen: Pen): string[] {
  return [
    ...verdictLines(target, pen),
    ...noteLines(target, pen),
    ...controlLines(target, pen),
    ...causeLines(lookup, target, pen),
    ...failureLines(lookup, target, pen),
    ...warningLines(lookup, target, pen),
    ...contradictionLines(target, pen),
    ...(isSound(target.control) ? cantTellLines(target, pen) : []),
  ];
}

function verdictLines(target: TargetResult, { colors, width }: Pen): string[] {
  const [symbol, paint] = {
    conformant: ['✔', colors.green] as const,
    'non-conformant': ['✖', colors.red] as const,
    inconclusive: ['!', colors.yellow] as const,
  }[target.verdict];
  // If the control was refused, the reason why nothing was tested is told once, below.
  const told = isSound(target.control) ? verdictSentence(target) : verdictWords(target);
  const [head = '', ...more] = wrap(told, {
    width,
    first: `${symbol} ${visible(target.name)}: `,
    rest: '  ',
  });
  const counts = shownOutcomes.flatMap((outcome) => {
    const number = target.summary[outcome === 'warning' ? 'warnings' : outcome];
    return number === 0
      ? []
      : `${number} ${outcome === 'warning' && number > 1 ? 'warnings' : outcomeWords[outcome]}`;
  });
  const { requests, durationMs } = target.stats;
  const effort = `${requests} requests in ${(durationMs / 1000).toFixed(1)} s`;
  const service = target.partOf === undefined ? undefined : serviceWords(target);
  const about = visible(
    `${target.profile}, ${target.baseUrl}${service === undefined ? '' : `, service ${service}`}`,
  );
  return [
    colors.bold(paint(head)),
    ...more.map((line) => colors.bold(paint(line))),
    ...wrap(about, { width, first: '  ', rest: '  ' }).map(colors.dim),
    ...wrap([...counts, effort].join(', '), { width, first: '  ', rest: '  ' }),
  ];
}

function controlLines(target: TargetResult, pen: Pen): string[] {
  return refusedControls(target).flatMap(([service, finding]) =>
    findingLines(finding, service === undefined ? '' : `${service}: `, pen),
  );
}

/** A control that was not accepted, and why that may be. */
function findingLines(
  { message, causes = [] }: ControlFinding,
  of: string,
  { colors, width }: Pen,
): string[] {
  return [
    '',
    ...wrap(`${of}${message}`, { width, first: '  ', rest: '  ' }).map(colors.yellow),
    ...(causes.length > 0 ? ['  Likely causes:'] : []),
    ...causes.flatMap((cause, index) =>
      wrap(cause, { width, first: `  ${index + 1}. `, rest: '     ' }),
    ),
  ];
}

/** How the target fared, and what was assumed of it. */
function noteLines({ notes }: TargetResult, { colors, width }: Pen): string[] {
  return notes.flatMap((note) =>
    wrap(note, { width, first: '  note: ', rest: '        ' }).map(colors.yellow),
  );
}

/** What several findings have in common: the plainest of them whole, the others by their ids. */
function causeLines(lookup: Lookup, target: TargetResult, pen: Pen): string[] {
  const { colors, width } = pen;
  const explained = explainedOf(target);
  if (explained.length === 0) return [];
  return [
    '',
    `  ${colors.underline(explained.length === 1 ? 'cause' : 'causes')}`,
    ...explained.flatMap(({ cause, checks }) => {
      const [first, ...others] = checks;
      const head = `${cause.message} (${checks.length} ${checks.length === 1 ? 'finding' : 'findings'})`;
      return [
        ...wrap(head, { width, first: '  ✖ ', rest: '    ' }).map(colors.red),
        ...(first ? failedCheckLines(lookup, target, first, pen) : []),
        ...(others.length === 0
          ? []
          : wrap(`and ${others.map(({ id }) => id).join(', ')}`, {
              width,
              first: '    ',
              rest: '    ',
            }).map(colors.dim)),
      ];
    }),
  ];
}

function failureLines(lookup: Lookup, target: TargetResult, pen: Pen): string[] {
  const failed = shownAs(target.checks, 'failed').filter(unexplainedIn(target));
  return [...byArea(byWeight(failed, ({ id }) => id))].flatMap(([area, checks]) => [
    '',
    `  ${pen.colors.underline(visible(area))}`,
    ...checks.flatMap((check) => failedCheckLines(lookup, target, check, pen)),
  ]);
}

function unexplainedIn(target: TargetResult): (check: CheckResult) => boolean {
  const explained = new Set(explainedOf(target).flatMap(({ checks }) => checks));
  return (check) => !explained.has(check);
}

function failedCheckLines(
  lookup: Lookup,
  target: TargetResult,
  check: CheckResult,
  pen: Pen,
): string[] {
  const { colors, width } = pen;
  const { title, sent, expected, source, got, message, known, replay } = explanationOf(
    lookup,
    target,
    check,
  );
  const facts: [string, string | undefined][] = [
    ['sent', sent],
    ['expected', `${expected} (${source})`],
    ['got', got === undefined ? message : `${got}. ${message}`],
    ['known', known],
  ];
  return [
    ...headLines(colors.red('✖'), check, title, pen),
    ...facts.flatMap(([name, text]) =>
      text === undefined
        ? []
        : wrap(text, { width, first: `    ${name.padEnd(9)} `, rest: ' '.repeat(14) }).map(
            (line, index) => (index === 0 ? colors.dim(line.slice(0, 14)) + line.slice(14) : line),
          ),
    ),
    // Not wrapped: a command is there to be copied.
    ...(replay === undefined ? [] : [`    ${colors.dim('replay')}    ${visible(replay)}`]),
  ];
}

function warningLines(lookup: Lookup, target: TargetResult, pen: Pen): string[] {
  const checks = shownAs(target.checks, 'warning').filter(unexplainedIn(target));
  if (checks.length === 0) return [];
  return [
    '',
    `  ${pen.colors.underline('warnings')}`,
    ...checks.flatMap((check) => {
      const { title, message, lowered, known } = explanationOf(lookup, target, check);
      return [
        ...headLines(pen.colors.yellow('!'), check, title, pen),
        ...[message, lowered, known].flatMap((text) =>
          text === undefined ? [] : wrap(text, { width: pen.width, first: '    ', rest: '    ' }),
        ),
      ];
    }),
  ];
}

function cantTellLines(target: TargetResult, { colors, width }: Pen): string[] {
  const checks = shownAs(target.checks, 'cantTell');
  if (checks.length === 0) return [];
  return [
    '',
    `  ${colors.underline("can't tell")}`,
    ...[...byReason(checks)].flatMap(([reason, those]) => [
      ...wrap(reason, { width, first: '  ? ', rest: '    ' }),
      ...wrap(those.map(({ id }) => id).join(', '), { width, first: '    ', rest: '    ' }).map(
        colors.dim,
      ),
    ]),
  ];
}

function headLines(
  symbol: string,
  check: CheckResult,
  title: string,
  { colors, width }: Pen,
): string[] {
  const lines = wrap(title, { width: width - 4, first: '', rest: '' });
  return [`  ${symbol} ${colors.bold(visible(check.id))}`, ...lines.map((line) => `    ${line}`)];
}
