import type { CheckResult, ControlFinding, TargetResult } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import { describeAnswer } from './describe-exchange.js';
import { explanationOf } from './explanation.js';
import { explanationLines, type Line } from './explanation-lines.js';
import { refusedControls } from './further-controls.js';
import { knownFailure } from './known.js';
import type { Lookup } from './lookup.js';
import { openVerdict } from './open-verdict.js';
import { shownOutcome } from './shown-outcome.js';
import { byWeight } from './weight.js';

/** How much a problem weighs, worst first, in the words of the systems that annotate with them. */
export const severities = ['error', 'warning', 'note'] as const;

/** Something that a person has to look at, in the words that every report uses for it. Not yet escaped. */
export interface Problem {
  target: TargetResult;
  /**
   * The check's id. `control` if no check could be made, with the service unless it is the first one; `verdict` if too
   * little passed, or a part of the run is missing.
   */
  id: string;
  /** A failed MUST and a control that was not accepted are errors; what can't be told is a note. */
  severity: (typeof severities)[number];
  /** The requirement's claim, or what the control is. */
  title: string;
  message: string;
  /** What was sent, expected and so on, by name. */
  lines: Line[];
  /** Why it doesn't fail the run, if the baseline lists it. */
  known?: string;
  check?: CheckResult;
}

/** The problems of a target, worst first. */
export function problemsOf(lookup: Lookup, target: TargetResult): Problem[] {
  const all = [
    ...controlProblems(lookup, target),
    ...verdictProblem(target, lookup.lang),
    ...target.checks.flatMap((check) => checkProblem(lookup, target, check) ?? []),
  ];
  return severities.flatMap((severity) =>
    byWeight(
      all.filter((problem) => problem.severity === severity),
      ({ id }) => id,
    ),
  );
}

/** The controls of a target that were not accepted. */
export function controlProblems(lookup: Lookup, target: TargetResult): Problem[] {
  return refusedControls(target).map(([service, finding]) =>
    controlProblem(
      lookup,
      target,
      service === undefined ? 'control' : `control ${service}`,
      finding,
    ),
  );
}

/** An inconclusive verdict for which no control and no check accounts. */
export function verdictProblem(target: TargetResult, lang: Language = 'en'): Problem[] {
  const message = openVerdict(target, lang);
  if (message === undefined) return [];
  const title = render(say('report/problem/verdict'), lang);
  const lines: Problem['lines'] = [['found', message]];
  return [{ target, id: 'verdict', severity: 'error', title, message, lines }];
}

function checkProblem(
  lookup: Lookup,
  target: TargetResult,
  check: CheckResult,
): Problem | undefined {
  const severity = severityOf(check);
  if (severity === undefined) return undefined;
  const explanation = explanationOf(lookup, target, check);
  const known = knownFailure(check, lookup.lang);
  return {
    target,
    id: check.id,
    severity,
    title: explanation.title,
    message: check.message,
    lines: explanationLines(explanation),
    ...(known !== undefined && { known }),
    check,
  };
}

function severityOf(check: CheckResult): Problem['severity'] | undefined {
  switch (shownOutcome(check)) {
    case 'failed':
      return 'error';
    case 'warning':
      return 'warning';
    case 'cantTell':
      return 'note';
    default:
      return undefined;
  }
}

function controlProblem(
  lookup: Lookup,
  target: TargetResult,
  id: string,
  { message, causes = [], exchanges }: ControlFinding,
): Problem {
  const exchange = lookup.decisive(target, { exchanges });
  return {
    target,
    id,
    severity: 'error',
    title: render(say('report/problem/control'), lookup.lang),
    message,
    lines: [
      ...(exchange ? ([['got', describeAnswer(exchange, lookup.lang)]] as Line[]) : []),
      ['found', message],
      ...causes.map((cause): Line => ['likely-cause', cause]),
    ],
  };
}
