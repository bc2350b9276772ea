import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import { type Explanation, explanationOf } from '../shared/explanation.js';
import { explanationLines, lineText } from '../shared/explanation-lines.js';
import { areaOf } from '../shared/group.js';
import { knownFailure } from '../shared/known.js';
import type { Lookup } from '../shared/lookup.js';
import { outcomeWord, shownOutcome } from '../shared/shown-outcome.js';
import { element, xmlText } from './xml.js';

/** The column that a test case counts in; one that passed counts in none. */
type Column = 'failures' | 'errors' | 'skipped' | undefined;

/** One test case and the column that it counts in. */
export interface TestCase {
  column: Column;
  xml: string;
}

/**
 * A check as a test case. A failed MUST is a failure. A MUST that can't be told is an error, because it makes the
 * verdict inconclusive. A warning passes, and says so in system-out, because it doesn't change the verdict. What was
 * not tested, a failure that the baseline lists, and a SHOULD that can't be told are skipped with their reason: they
 * must not look like a pass.
 */
export function testCase(lookup: Lookup, target: TargetResult, check: CheckResult): TestCase {
  const explanation = explanationOf(lookup, target, check);
  const column = columnOf(check);
  const out = [
    `[[PROPERTY|requirement=${check.id}]]`,
    `[[PROPERTY|level=${check.level}]]`,
    explanation.title,
    ...(explanation.lowered === undefined ? [] : [explanation.lowered]),
  ];
  const warned = shownOutcome(check) === 'warning';
  const { lang } = lookup;
  if (warned) {
    const said = render(say('report/problem/warned', { level: check.level }), lang);
    out.push('', said, details(explanation, lang));
  }
  const children = [element('system-out', {}, [xmlText(out.join('\n'))])];
  if (column) children.unshift(problem(column, check, explanation, lang));
  const classname = `${target.name}.${areaOf(check.id).replace('/', '.')}`;
  return { column, xml: element('testcase', { name: check.id, classname }, children) };
}

function columnOf(check: CheckResult): Column {
  if (knownFailure(check) !== undefined) return 'skipped';
  switch (shownOutcome(check)) {
    case 'passed':
    case 'warning':
      return undefined;
    case 'failed':
      return 'failures';
    case 'cantTell':
      return check.level === 'MUST' ? 'errors' : 'skipped';
    case 'untested':
    case 'inapplicable':
      return 'skipped';
  }
}

function problem(
  column: NonNullable<Column>,
  check: CheckResult,
  explanation: Explanation,
  lang: Language,
): string {
  const word = outcomeWord(shownOutcome(check), lang);
  if (column === 'skipped') {
    const why = knownFailure(check, lang) ?? word;
    return element('skipped', { message: `${why}: ${check.message}` });
  }
  const name = column === 'failures' ? 'failure' : 'error';
  return element(name, { type: word, message: check.message }, [
    xmlText(details(explanation, lang)),
  ]);
}

function details(explanation: Explanation, lang: Language): string {
  return explanationLines(explanation)
    .map((line) => lineText(line, lang))
    .join('\n');
}
