import type {
  CheckResult,
  Exchange,
  FormRow,
  TargetResult,
} from '../../schemas/generated/result.js';
import type { Lookup } from '../shared/lookup.js';
import { responseCodeOf } from '../shared/response-code.js';

/** The words of the form. */
export type FormResult = 'PASS' | 'NOT PASS' | 'N/A';

/** What a run shows of a row. */
export interface Judged {
  result: FormResult;
  /** Why, in words; what it rests on, if the row passes. */
  notes: string;
  exchange?: Exchange;
}

/**
 * Judges a row by the check that tries it. It passes on evidence alone: the check passed, and the exchange that
 * decided it shows an expected response code.
 */
export function judgeRow(lookup: Lookup, target: TargetResult, row: FormRow): Judged {
  if (row.check === undefined) return notTried(row.untried ?? '');
  const check = target.checks.find(({ id }) => id === row.check);
  if (check === undefined) return notTried(`the check ${row.check} was no part of this run`);
  if (check.outcome === 'untested' || check.outcome === 'inapplicable')
    return notTried(check.message);
  const exchange = probeOf(lookup, target, check);
  const shown = exchange && { exchange };
  if (check.outcome === 'cantTell') return { ...notTried(check.message), ...shown };
  if (check.outcome === 'failed' && exchange && !isOfField(exchange, row))
    return notTried(otherField(row));
  if (check.outcome === 'failed')
    return { result: 'NOT PASS', notes: failure(check, exchange), ...shown };
  if (!exchange) return notTried('it passed, but the run kept no exchange of it');
  if (!isOfField(exchange, row)) return notTried(otherField(row));
  return { ...judgeCode(target, row, exchange), exchange };
}

/** A refusal is judged by its code. */
function judgeCode(
  { profile, checks }: TargetResult,
  { codes = [], codeCheck }: FormRow,
  exchange: Exchange,
): Judged {
  const code = responseCodeOf(exchange);
  if (codes.includes(code)) return { result: 'PASS', notes: evidence(exchange) };
  const said = code === '' ? 'no response code' : code;
  const other = `it was refused with ${said}, where the form expects ${codes.join(' or ')}`;
  const documented = checks.find(({ id }) => id === codeCheck)?.outcome === 'passed';
  return documented
    ? {
        result: 'N/A',
        notes: `${other}; the document of the profile ${profile} allows that code (codes in form.rows of the config say what is expected)\n${evidence(exchange)}`,
      }
    : { result: 'NOT PASS', notes: `${other}\n${evidence(exchange)}` };
}

/** The exchange that decided a check, unless it is the control beside the probe. */
function probeOf(lookup: Lookup, target: TargetResult, check: CheckResult): Exchange | undefined {
  const decisive = lookup.decisive(target, check);
  return decisive?.purpose === 'probe' ? decisive : undefined;
}

/** A check that tries members of the body tries one of them: the first that a row names. */
function isOfField({ mutation }: Exchange, { field, check = '' }: FormRow): boolean {
  return (
    field === undefined ||
    !check.startsWith('transaction/body/') ||
    mutation?.field === `body /${field.replaceAll('.', '/')}`
  );
}

function failure({ message, known }: CheckResult, exchange: Exchange | undefined): string {
  return [
    message,
    ...(known ? [`Known: ${known.reason}`] : []),
    ...(exchange ? [evidence(exchange)] : []),
  ].join('\n');
}

function otherField({ field }: FormRow): string {
  return `${field} was not tried: an earlier row of the form names another field`;
}

function notTried(why: string): Judged {
  return { result: 'N/A', notes: why };
}

function evidence({ id }: Exchange): string {
  return `Evidence: ${id} in result.json`;
}
