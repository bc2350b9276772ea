import type { CheckResult, Exchange, TargetResult } from '../../schemas/generated/result.js';
import type { Lookup } from '../shared/lookup.js';
import { responseCodeOf } from '../shared/response-code.js';
import { requestText, responseText } from './message-text.js';
import type { Scenario } from './scenarios.js';

/** A row of the form as a run fills it. */
export interface FilledRow {
  no: string;
  service: string;
  scenario: string;
  expected: string;
  request: string;
  response: string;
  responseCode: string;
  /** `passed`, or another word and the reason: a row passes only if it was tried and answered as expected. */
  result: string;
  evidence: string;
}

/** Fills a scenario from the check that tries it and the exchange that decided that check. */
export function filledRow(lookup: Lookup, target: TargetResult, scenario: Scenario): FilledRow {
  const { no, service, scenario: words, expected } = scenario;
  const check = target.checks.find(({ id }) => id === scenario.check);
  const tried = check !== undefined && !['untested', 'inapplicable'].includes(check.outcome);
  const decisive = tried ? lookup.decisive(target, check) : undefined;
  // A refusal is shown by the request that was refused, not by the control beside it.
  const exchange = decisive?.purpose === 'control' && !isGrant(scenario) ? undefined : decisive;
  return {
    no,
    service,
    scenario: words,
    expected,
    request: exchange ? requestText(exchange) : '',
    response: exchange ? responseText(exchange) : '',
    responseCode: exchange ? responseCodeOf(exchange) : '',
    result: resultOf(scenario, check, exchange, target),
    evidence: exchange ? `${exchange.id} (${scenario.check})` : '',
  };
}

function resultOf(
  { check: id, codes, codeCheck, expected, untestable }: Scenario,
  check: CheckResult | undefined,
  exchange: Exchange | undefined,
  target: TargetResult,
): string {
  if (id === undefined) return `not tested: ${untestable}`;
  if (check === undefined) return `not tested: the check ${id} was no part of this run`;
  switch (check.outcome) {
    case 'untested':
      return `not tested: ${check.message}`;
    case 'inapplicable':
      return `not tested, inapplicable: ${check.message}`;
    case 'cantTell':
      return `can't tell: ${check.message}`;
    case 'failed':
      return `failed: ${check.message}`;
    case 'passed':
      break;
  }
  if (exchange === undefined) return "can't tell: the run kept no exchange of it";
  const code = responseCodeOf(exchange);
  if (codes.some((one) => matches(code, one))) return 'passed';
  const documented = target.checks.find((one) => one.id === codeCheck)?.outcome === 'passed';
  const said = code === '' ? 'no response code' : code;
  return documented
    ? `passed: ${said}, which the document of the profile ${target.profile} allows`
    : `differs: as it should be, but with ${said} where ${expected} is expected`;
}

function isGrant({ expected }: Scenario): boolean {
  return expected.startsWith('2');
}

function matches(code: string, expected: string): boolean {
  return new RegExp(`^${expected.replaceAll('x', String.raw`\d`)}$`).test(code);
}
