import type { Result, TargetResult } from '../schemas/generated/result.js';
import { workflowCommand } from './github/command.js';
import type { RenderOptions, Report } from './report.js';
import { baselineFindings } from './shared/baseline-findings.js';
import { explainedOf } from './shared/causes.js';
import { lookUp } from './shared/lookup.js';
import { type Problem, problemsOf } from './shared/problems.js';
import { recoveredWords } from './shared/recovered-words.js';

/** GitHub keeps this many annotations of one kind for each step, and drops the others silently. */
const most = 10;

/**
 * Annotations for GitHub Actions, on standard output: an error for each cause of several findings, for each other failed MUST, each control that was not accepted
 * and each stale or expired entry of the baseline, a warning for each failed SHOULD, a notice for what can't be told
 * and for a failure that the baseline lists. If there are more of a kind than GitHub keeps, the last one counts the
 * rest.
 */
export const github: Report = { render };

type Kind = 'error' | 'warning' | 'notice';

function render(result: Result, { configFile }: RenderOptions = {}): string {
  const lookup = lookUp(result);
  const explained = result.targets.flatMap(explainedOf);
  const joined = new Set(explained.flatMap(({ checks }) => checks));
  const problems = result.targets
    .flatMap((target) => problemsOf(lookup, target))
    .filter(({ check }) => check === undefined || !joined.has(check));
  const interrupted = result.run.interrupted
    ? [workflowCommand('warning', { title: 'Interrupted' }, 'This is part of the run.')]
    : [];
  const words = recoveredWords(result.run);
  const recovered = words ? [workflowCommand('warning', { title: 'Recovered' }, words)] : [];
  const baseline = baselineFindings(result).map(({ target, check, message }) =>
    workflowCommand(
      'error',
      { file: result.run.baseline?.file, title: `${target}: ${check}` },
      message,
    ),
  );
  const kinds: [Kind, string[]][] = [
    ['error', [...baseline, ...result.targets.flatMap((target) => causes(target, configFile))]],
    ['warning', [...interrupted, ...recovered]],
    ['notice', []],
  ];
  const lines = kinds.flatMap(([kind, before]) =>
    capped(kind, [
      ...before,
      ...problems
        .filter((problem) => kindOf(problem) === kind)
        .map((problem) => annotation(kind, problem, configFile)),
    ]),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** One annotation for all findings of a cause. */
function causes(target: TargetResult, file: string | undefined): string[] {
  return explainedOf(target).map(({ cause, checks }) =>
    workflowCommand(
      'error',
      { file, title: `${target.name}: ${cause.message}` },
      checks.map(({ id, message }) => `${id}: ${message}`).join('\n'),
    ),
  );
}

function kindOf({ severity, known }: Problem): Kind {
  if (known !== undefined || severity === 'note') return 'notice';
  return severity;
}

function annotation(kind: Kind, problem: Problem, file: string | undefined): string {
  const { target, id, known, lines } = problem;
  const text = [
    ...(known === undefined ? [] : [known]),
    ...lines.map(([name, line]) => `${name}: ${line}`),
  ].join('\n');
  return workflowCommand(kind, { file, title: `${target.name}: ${id}` }, text);
}

function capped(kind: Kind, lines: readonly string[]): readonly string[] {
  if (lines.length <= most) return lines;
  const rest = lines.length - (most - 1);
  const message = `${rest} more of this kind: see the report's other formats.`;
  return [...lines.slice(0, most - 1), workflowCommand(kind, { title: 'And more' }, message)];
}
