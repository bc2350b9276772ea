import type { Result, TargetResult, Verdict } from '../schemas/generated/result.js';
import { fitting } from './markdown/fitting.js';
import { problemItem } from './markdown/problem.js';
import { markdownText } from './markdown/text.js';
import type { Report } from './report.js';
import { baselineFindings } from './shared/baseline-findings.js';
import { explainedOf } from './shared/causes.js';
import { judgementOf } from './shared/judgement/judgement.js';
import { plain } from './shared/judgement/plain.js';
import { leftOutWords } from './shared/left-out.js';
import { type Lookup, lookUp } from './shared/lookup.js';
import { type Problem, problemsOf } from './shared/problems.js';
import { recoveredWords } from './shared/recovered-words.js';
import { seedWords } from './shared/seed-words.js';
import { verdictSentence } from './shared/verdict-sentence.js';
import { partWords, verdictWords } from './shared/verdict-words.js';

/**
 * summary.md, GitHub-flavoured Markdown: verdicts, a table by target, and what failed with its remedy. It is for a
 * job's summary, which GitHub limits to 1 MiB; problems for which there is no room are counted.
 */
export const markdown: Report = { file: 'summary.md', render };

/** Bytes; below GitHub's limit, because other steps may write into the same summary. */
const most = 1_000_000;

const signs: Record<Verdict, string> = {
  conformant: '✅',
  'non-conformant': '❌',
  inconclusive: '⚠️',
};

function render(result: Result): string {
  const { tool, run, targets } = result;
  const lookup = lookUp(result);
  const leftOut = leftOutWords(result);
  const recovered = recoveredWords(run);
  const head = [
    '# SNAP conformance',
    '',
    ...(run.interrupted ? ['**The run was interrupted: this is part of it.**', ''] : []),
    ...(recovered ? [`**${recovered}**`, ''] : []),
    ...baselineFindings(result).map(
      ({ target, check, message }) =>
        `- ❌ ${markdownText(`${run.baseline?.file}: ${target}: ${check}: ${message}`)}\n`,
    ),
    ...sentences(targets),
    "| Target | Profile | Verdict | Failed | Warnings | Can't tell | Passed | Not tested | Requests |",
    '| --- | --- | --- | --: | --: | --: | --: | --: | --: |',
    ...targets.map(row),
    '',
    ...(leftOut ? [markdownText(leftOut), ''] : []),
    `${markdownText(`${tool.name} ${tool.version}, seed ${seedWords(run)}, depth ${run.depth}, finished ${run.finishedAt}`)}`,
    '',
  ].join('\n');
  return fitting(
    head,
    targets.flatMap((target) => parts(lookup, target)),
    most,
  );
}

/** What each verdict comes to, for those who read no further. */
function sentences(targets: readonly TargetResult[]): string[] {
  const several = targets.length > 1;
  const said = targets.map(
    (target) =>
      `${several ? '- ' : ''}**${markdownText(target.name)}** is ${markdownText(`${verdictWords(target)}: ${plain(judgementOf(target))}`)}.`,
  );
  return said.length > 0 ? [...said, ''] : [];
}

function row(target: TargetResult): string {
  const { name, profile, verdict, summary, stats } = target;
  const counts = [
    summary.failed,
    summary.warnings,
    summary.cantTell,
    summary.passed,
    summary.untested,
    stats.requests,
  ];
  const cells = [
    markdownText(name),
    markdownText(profile),
    [signs[verdict], verdict, markdownText(partWords(target))].filter(Boolean).join(' '),
  ];
  return `| ${[...cells, ...counts].join(' | ')} |`;
}

/** A target's problems: those that fail the run are open, the others folded. */
function parts(
  lookup: Lookup,
  target: TargetResult,
): { before: string; items: string[]; after: string }[] {
  const problems = problemsOf(lookup, target);
  const having = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity && problem.known === undefined);
  const heading = `\n## ${signs[target.verdict]} ${markdownText(`${target.name}: ${verdictSentence(target)}`)}\n`;
  const explainedIds = new Set(
    explainedOf(target).flatMap(({ checks }) => checks.map(({ id }) => id)),
  );
  const folded: [string, Problem[]][] = [
    ['Warnings', having('warning').filter(({ id }) => !explainedIds.has(id))],
    ["Can't tell", having('note')],
    ['Known failures', problems.filter(({ known }) => known !== undefined)],
  ];
  const explained = explainedOf(target).map(({ cause, checks }) => ({
    words: cause.message,
    some: problems.filter(({ check }) => check !== undefined && checks.includes(check)),
  }));
  return [
    { before: `${heading}\n`, items: [], after: '' },
    ...explained.map(({ words, some }) => ({
      before: `- **${markdownText(words)}**\n\n<details><summary>${some.length === 1 ? '1 finding' : `${some.length} findings`}</summary>\n\n`,
      items: some.map(problemItem),
      after: '\n</details>\n\n',
    })),
    {
      before: '',
      items: having('error')
        .filter(({ id }) => !explainedIds.has(id))
        .map(problemItem),
      after: '',
    },
    ...folded
      .filter(([, some]) => some.length > 0)
      .map(([words, some]) => ({
        before: `<details><summary>${words} (${some.length})</summary>\n\n`,
        items: some.map(problemItem),
        after: '\n</details>\n\n',
      })),
  ];
}
