import type { CheckResult, Result, TargetResult } from '../schemas/generated/result.js';
import { controlTests } from './ctrf/control-tests.js';
import type { CtrfStatus, CtrfTest } from './ctrf/test.js';
import type { Report } from './report.js';
import { type BaselineEntryFinding, baselineFindings } from './shared/baseline-findings.js';
import { explanationOf } from './shared/explanation.js';
import { explanationLines, lineText } from './shared/explanation-lines.js';
import { areaOf } from './shared/group.js';
import { judgedTarget } from './shared/judged-target.js';
import { knownFailure } from './shared/known.js';
import { type Lookup, lookUp } from './shared/lookup.js';
import { type Problem, verdictProblem } from './shared/problems.js';
import { type ShownOutcome, shownOutcome } from './shared/shown-outcome.js';
import { visible } from './shared/visible.js';

/**
 * ctrf.json, Common Test Report Format: a test for each check of each target, and one for each control. What neither
 * passed nor failed is `other` (a warning, what can't be told, a failure that the baseline lists) or `skipped`;
 * `rawStatus` has our own word. A result has no time for a single check: all durations are 0 except that of the run.
 */
export const ctrf: Report = { file: 'ctrf.json', render };

const statuses: Record<ShownOutcome, CtrfStatus> = {
  passed: 'passed',
  failed: 'failed',
  warning: 'other',
  cantTell: 'other',
  untested: 'skipped',
  inapplicable: 'skipped',
};

function render(result: Result): string {
  const { tool, run, targets } = result;
  const lookup = lookUp(result);
  const tests = [
    ...baselineFindings(result).map(baselineTest),
    ...targets.flatMap((target) => [
      ...controlTests(lookup, target),
      ...verdictProblem(target).map(verdictTest),
      ...target.checks.map((check) => testOf(lookup, target, check)),
    ]),
  ];
  const [start, stop] = [Date.parse(run.startedAt), Date.parse(run.finishedAt)];
  const count = (status: CtrfStatus) => tests.filter((test) => test.status === status).length;
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: run.finishedAt,
    generatedBy: tool.name,
    results: {
      tool: { name: tool.name, version: tool.version },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        suites: new Set(tests.map(({ suite }) => JSON.stringify(suite))).size,
        start,
        stop,
        duration: Math.max(0, stop - start),
      },
      tests,
      environment: { healthy: !run.interrupted },
      extra: {
        ...run,
        targets: targets.map(judgedTarget),
      },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** An entry of the baseline that fails the run. */
function baselineTest({ target, check, message }: BaselineEntryFinding): CtrfTest {
  return {
    testId: `baseline ${target} ${check}`,
    name: check,
    status: 'failed',
    rawStatus: 'failed',
    duration: 0,
    suite: ['baseline', target],
    message: visible(message),
    labels: { target },
    extra: {},
  };
}

/** A verdict that is open though nothing else failed. */
function verdictTest({ target, id, message }: Problem): CtrfTest {
  return {
    testId: `${target.name} ${id}`,
    name: id,
    status: 'failed',
    rawStatus: target.verdict,
    duration: 0,
    suite: [target.name, id],
    message: visible(message),
    labels: { target: target.name, profile: target.profile },
    extra: {},
  };
}

function testOf(lookup: Lookup, target: TargetResult, check: CheckResult): CtrfTest {
  const shown = shownOutcome(check);
  const known = knownFailure(check);
  const explanation = explanationOf(lookup, target, check);
  const trace = explanationLines(explanation).map((line) => lineText(line));
  return {
    testId: `${target.name} ${check.id}`,
    name: check.id,
    status: known === undefined ? statuses[shown] : 'other',
    rawStatus: known === undefined ? shown : 'known',
    duration: 0,
    suite: [target.name, ...areaOf(check.id).split('/')],
    message: visible(known === undefined ? check.message : `${known}: ${check.message}`),
    ...(shown !== 'passed' && { trace: visible(trace.join('\n')) }),
    labels: { level: check.level, target: target.name, profile: target.profile },
    extra: {
      title: explanation.title,
      sources: check.sources,
      exchanges: check.exchanges,
      ...(check.replay !== undefined && { replay: check.replay }),
    },
  };
}
