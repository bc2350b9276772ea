import type { Result, TargetResult } from '../schemas/generated/result.js';
import { type Language, type Message, say } from '../src/messages/message.js';
import { render } from '../src/messages/render.js';
import { workflowCommand } from './github/command.js';
import type { RenderOptions, Report } from './report.js';
import { baselineFindings } from './shared/baseline-findings.js';
import { explainedOf } from './shared/causes.js';
import { lineText } from './shared/explanation-lines.js';
import { inLanguage } from './shared/in-language.js';
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
export const github: Report = { render: renderGithub };

type Kind = 'error' | 'warning' | 'notice';

function renderGithub(given: Result, { configFile, lang = 'en' }: RenderOptions = {}): string {
  const result = inLanguage(given, lang);
  const lookup = lookUp(result, lang);
  const said = (message: Message) => render(message, lang);
  const explained = result.targets.flatMap(explainedOf);
  const joined = new Set(explained.flatMap(({ checks }) => checks));
  const problems = result.targets
    .flatMap((target) => problemsOf(lookup, target))
    .filter(({ check }) => check === undefined || !joined.has(check));
  const interrupted = result.run.interrupted
    ? [
        workflowCommand(
          'warning',
          { title: said(say('report/github/interrupted')) },
          said(say('report/github/part')),
        ),
      ]
    : [];
  const words = recoveredWords(result.run, lang);
  const recovered = words
    ? [workflowCommand('warning', { title: said(say('report/github/recovered')) }, words)]
    : [];
  const baseline = baselineFindings(result, lang).map(({ target, check, message }) =>
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
    capped(kind, lang, [
      ...before,
      ...problems
        .filter((problem) => kindOf(problem) === kind)
        .map((problem) => annotation(kind, problem, { configFile, lang })),
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

function annotation(
  kind: Kind,
  problem: Problem,
  { configFile: file, lang }: { configFile: string | undefined; lang: Language },
): string {
  const { target, id, known, lines } = problem;
  const text = [
    ...(known === undefined ? [] : [known]),
    ...lines.map((line) => lineText(line, lang)),
  ].join('\n');
  return workflowCommand(kind, { file, title: `${target.name}: ${id}` }, text);
}

function capped(kind: Kind, lang: Language, lines: readonly string[]): readonly string[] {
  if (lines.length <= most) return lines;
  const rest = lines.length - (most - 1);
  const [title, message] = [say('report/github/more'), say('report/github/rest', { rest })].map(
    (each) => render(each, lang),
  );
  return [...lines.slice(0, most - 1), workflowCommand(kind, { title }, message ?? '')];
}
