import type { ControlFinding, Result, TargetResult } from '../schemas/generated/result.js';
import { type Language, say } from '../src/messages/message.js';
import { render } from '../src/messages/render.js';
import { type TestCase, testCase } from './junit/test-case.js';
import { element, xmlText } from './junit/xml.js';
import type { RenderOptions, Report } from './report.js';
import { baselineFindings } from './shared/baseline-findings.js';
import { describeAnswer } from './shared/describe-exchange.js';
import { lineText } from './shared/explanation-lines.js';
import { furtherControls, isSound } from './shared/further-controls.js';
import { byArea } from './shared/group.js';
import { inLanguage } from './shared/in-language.js';
import { type Lookup, lookUp } from './shared/lookup.js';
import { verdictProblem } from './shared/problems.js';
import { recoveredWords } from './shared/recovered-words.js';
import { verdictWords } from './shared/verdict-words.js';

/**
 * junit.xml, as Jenkins' junit-10.xsd describes it: one suite for each area of each target; only suites have
 * properties. Each target also has a suite `control`, with one case that is an error if the control was not accepted,
 * and one for each further service whose control was not, or for a verdict that
 * nothing else accounts for. Without it, a run that could test nothing would be all
 * skipped, and green. A result has no time for a single check, so only the whole run has one.
 */
export const junit: Report = { file: 'junit.xml', render: renderJunit };

interface Suite {
  name: string;
  cases: TestCase[];
  properties: [string, string][];
}

function renderJunit(given: Result, { lang = 'en' }: RenderOptions = {}): string {
  const result = inLanguage(given, lang);
  const lookup = lookUp(result, lang);
  const suites = [
    ...interruption(result, lang),
    ...outdatedBaseline(result, lang),
    ...result.targets.flatMap((target) => suitesOf(result, lookup, target)),
  ];
  const all = suites.flatMap((suite) => suite.cases);
  const { startedAt, finishedAt } = result.run;
  const seconds = Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const { skipped: _, ...counts } = count(all);
  const root = element(
    'testsuites',
    { name: result.tool.name, ...counts, time: seconds.toFixed(3) },
    suites.map((suite) => `\n  ${suiteXml(suite, startedAt)}`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function suitesOf(result: Result, lookup: Lookup, target: TargetResult): Suite[] {
  const { targetsLeftOut: leftOut } = result.run;
  const { lang } = lookup;
  const recovered = recoveredWords(result.run, lang);
  const properties: [string, string][] = [
    ['tool', `${result.tool.name} ${result.tool.version}`],
    ['target', target.name],
    ['profile', target.profile],
    ['role', target.role],
    ['baseUrl', target.baseUrl],
    ['verdict', target.verdict],
    // Only where it is over a part, or isn't the one that the file states.
    ...(verdictWords(target) === target.verdict
      ? []
      : [['verdictInWords', verdictWords(target, lang)] as [string, string]]),
    ...(leftOut ? [['targetsLeftOut', leftOut.join(', ')] as [string, string]] : []),
    ...(recovered ? [['recovered', recovered] as [string, string]] : []),
    ['seed', String(result.run.seed)],
    ...(result.run.seedFrom ? [['seedFrom', result.run.seedFrom] as [string, string]] : []),
    ['depth', result.run.depth],
  ];
  const control = {
    name: `${target.name} control`,
    cases: [
      controlCase(lookup, target, target.control),
      ...furtherControls(target).map(([service, finding]) =>
        controlCase(lookup, target, finding, ` ${service}`),
      ),
      ...verdictProblem(target, lang).map(({ message }) => verdictCase(target, message)),
    ],
    properties,
  };
  const areas = [...byArea(target.checks)].map(([area, checks]) => ({
    name: `${target.name} ${area}`,
    cases: checks.map((check) => testCase(lookup, target, check)),
    properties,
  }));
  return [control, ...areas];
}

function controlCase(
  lookup: Lookup,
  target: TargetResult,
  finding: ControlFinding,
  of = '',
): TestCase {
  const { outcome, message, causes = [], exchanges } = finding;
  const attributes = { name: `control${of}`, classname: `${target.name}.control` };
  if (isSound(finding)) {
    const out = element('system-out', {}, [xmlText(message)]);
    return { column: undefined, xml: element('testcase', attributes, [out]) };
  }
  const exchange = lookup.decisive(target, { exchanges });
  const text = [
    ...(exchange ? [lineText(['got', describeAnswer(exchange, lookup.lang)], lookup.lang)] : []),
    ...causes.map((cause) => lineText(['likely-cause', cause], lookup.lang)),
  ].join('\n');
  const type = outcome === 'accepted' ? 'unreadable' : outcome;
  const error = element('error', { type, message }, [xmlText(text)]);
  return { column: 'errors', xml: element('testcase', attributes, [error]) };
}

/** A verdict that is open though nothing else is an error: all would be skipped, and green. */
function verdictCase({ name, verdict }: TargetResult, message: string): TestCase {
  const error = element('error', { type: verdict, message });
  const attributes = { name: 'verdict', classname: `${name}.control` };
  return { column: 'errors', xml: element('testcase', attributes, [error]) };
}

/** An interrupted run isn't green, whatever it found by then. */
function interruption({ tool, run }: Result, lang: Language): Suite[] {
  if (!run.interrupted) return [];
  const message = render(say('report/problem/interrupted'), lang);
  const error = element('error', { type: 'interrupted', message });
  const xml = element('testcase', { name: 'completed', classname: `${tool.name}.run` }, [error]);
  return [{ name: 'run', cases: [{ column: 'errors', xml }], properties: [] }];
}

/** A stale or expired entry of the baseline fails the run. */
function outdatedBaseline(result: Result, lang: Language): Suite[] {
  const cases = baselineFindings(result, lang).map(({ target, check, message }): TestCase => {
    const attributes = { name: `${target} ${check}`, classname: `${result.tool.name}.baseline` };
    const failure = element('failure', { type: 'baseline', message });
    return { column: 'failures', xml: element('testcase', attributes, [failure]) };
  });
  return cases.length === 0 ? [] : [{ name: 'baseline', cases, properties: [] }];
}

function suiteXml({ name, cases, properties }: Suite, timestamp: string): string {
  // UTC without its letter: many readers of JUnit files take only a local date and time.
  const attributes = { name, ...count(cases), timestamp: timestamp.replace(/\.\d+Z$/, '') };
  const listed = properties.map(([key, value]) => element('property', { name: key, value }));
  const children = [
    ...(listed.length > 0 ? [element('properties', {}, listed)] : []),
    ...cases.map(({ xml }) => xml),
  ];
  return element(
    'testsuite',
    attributes,
    children.map((child) => `\n    ${child}`),
  );
}

function count(
  cases: readonly TestCase[],
): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const of = (column: TestCase['column']) => cases.filter((one) => one.column === column).length;
  return {
    tests: cases.length,
    failures: of('failures'),
    errors: of('errors'),
    skipped: of('skipped'),
  };
}
