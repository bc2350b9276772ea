import type { Result, TargetResult, Verdict } from '../schemas/generated/result.js';
import { type Language, type Message, say } from '../src/messages/message.js';
import { render } from '../src/messages/render.js';
import { fitting } from './markdown/fitting.js';
import { problemItem } from './markdown/problem.js';
import { markdownText } from './markdown/text.js';
import type { RenderOptions, Report } from './report.js';
import { baselineFindings } from './shared/baseline-findings.js';
import { explainedOf } from './shared/causes.js';
import { inLanguage } from './shared/in-language.js';
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
export const markdown: Report = { file: 'summary.md', render: renderMarkdown };

/** Bytes; below GitHub's limit, because other steps may write into the same summary. */
const most = 1_000_000;

const signs: Record<Verdict, string> = {
  conformant: '✅',
  'non-conformant': '❌',
  inconclusive: '⚠️',
};

function renderMarkdown(given: Result, { lang = 'en' }: RenderOptions = {}): string {
  const result = inLanguage(given, lang);
  const said = (message: Message) => render(message, lang);
  const { tool, run, targets } = result;
  const lookup = lookUp(result, lang);
  const leftOut = leftOutWords(result, lang);
  const recovered = recoveredWords(run, lang);
  const facts = say('report/run/facts', {
    tool: `${tool.name} ${tool.version}`,
    seed: seedWords(run, lang),
    depth: run.depth,
    finished: run.finishedAt,
  });
  const head = [
    `# ${said(say('report/markdown/title'))}`,
    '',
    ...(run.interrupted ? [`**${said(say('report/markdown/interrupted'))}**`, ''] : []),
    ...(recovered ? [`**${recovered}**`, ''] : []),
    ...baselineFindings(result, lang).map(
      ({ target, check, message }) =>
        `- ❌ ${markdownText(`${run.baseline?.file}: ${target}: ${check}: ${message}`)}\n`,
    ),
    ...sentences(targets, lang),
    `| ${said(say('report/markdown/columns'))} |`,
    '| --- | --- | --- | --: | --: | --: | --: | --: | --: |',
    ...targets.map((target) => row(target, lang)),
    '',
    ...(leftOut ? [markdownText(leftOut), ''] : []),
    markdownText(said(facts)),
    '',
  ].join('\n');
  return fitting(
    head,
    targets.flatMap((target) => parts(lookup, target)),
    most,
    lang,
  );
}

/** What each verdict comes to, for those who read no further. */
function sentences(targets: readonly TargetResult[], lang: Language): string[] {
  const several = targets.length > 1;
  const said = targets.map((target) => {
    const name = `**${markdownText(target.name)}**`;
    const comesTo = `${verdictWords(target, lang)}: ${plain(judgementOf(target), lang)}`;
    const message = say('report/markdown/verdict', { name, verdict: markdownText(comesTo) });
    return `${several ? '- ' : ''}${render(message, lang)}.`;
  });
  return said.length > 0 ? [...said, ''] : [];
}

function row(target: TargetResult, lang: Language): string {
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
    [
      signs[verdict],
      render(say(`report/verdict/${verdict}`), lang),
      markdownText(partWords(target, lang)),
    ]
      .filter(Boolean)
      .join(' '),
  ];
  return `| ${[...cells, ...counts].join(' | ')} |`;
}

/** A target's problems: those that fail the run are open, the others folded. */
function parts(
  lookup: Lookup,
  target: TargetResult,
): { before: string; items: string[]; after: string }[] {
  const { lang } = lookup;
  const said = (message: Message) => render(message, lang);
  const problems = problemsOf(lookup, target);
  const having = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity && problem.known === undefined);
  const heading = `\n## ${signs[target.verdict]} ${markdownText(`${target.name}: ${verdictSentence(target, lang)}`)}\n`;
  const explainedIds = new Set(
    explainedOf(target).flatMap(({ checks }) => checks.map(({ id }) => id)),
  );
  const folded: [string, Problem[]][] = [
    [
      said(say('report/markdown/warnings')),
      having('warning').filter(({ id }) => !explainedIds.has(id)),
    ],
    [said(say('report/markdown/cant-tell')), having('note')],
    [said(say('report/markdown/known')), problems.filter(({ known }) => known !== undefined)],
  ];
  const explained = explainedOf(target).map(({ cause, checks }) => ({
    words: cause.message,
    some: problems.filter(({ check }) => check !== undefined && checks.includes(check)),
  }));
  return [
    { before: `${heading}\n`, items: [], after: '' },
    ...explained.map(({ words, some }) => ({
      before: `- **${markdownText(words)}**\n\n<details><summary>${said(say('report/markdown/findings', { count: some.length }))}</summary>\n\n`,
      items: some.map((problem) => problemItem(problem, lang)),
      after: '\n</details>\n\n',
    })),
    {
      before: '',
      items: having('error')
        .filter(({ id }) => !explainedIds.has(id))
        .map((problem) => problemItem(problem, lang)),
      after: '',
    },
    ...folded
      .filter(([, some]) => some.length > 0)
      .map(([words, some]) => ({
        before: `<details><summary>${words} (${some.length})</summary>\n\n`,
        items: some.map((problem) => problemItem(problem, lang)),
        after: '\n</details>\n\n',
      })),
  ];
}
