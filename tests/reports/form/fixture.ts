import type {
  CheckResult,
  Exchange,
  FormRow,
  Result,
  TargetResult,
} from '../../../schemas/generated/result.js';
import { check, probe, refusal } from '../fixtures/parts.js';
import { rich } from '../fixtures/result.js';

export const missing = 'transaction/headers/rejects-missing-timestamp';

/** The row of a missing timestamp. */
export const row: FormRow = {
  no: '3.3',
  service: 'Any Service',
  scenario: 'Missing Mandatory Field {X-TIMESTAMP}',
  expected: '4001102 Missing Mandatory Field',
  codes: ['4001102'],
  field: 'X-TIMESTAMP',
  check: missing,
  codeCheck: 'transaction/errors/missing-field',
};

/** A probe that was refused with this code. */
export const refused = (code: string, changes: Partial<Exchange> = {}): Exchange =>
  probe('e9', 'bank', 'X-TIMESTAMP', 'X-TIMESTAMP was left out', undefined, {
    response: refusal(400, code, 'Missing Mandatory Field X-TIMESTAMP'),
    ...changes,
  });

/** A target whose form has these rows. */
export function bank(
  rows: FormRow[],
  checks: CheckResult[],
  changes: Partial<TargetResult> = {},
): TargetResult {
  const [target] = rich.targets;
  if (!target) throw new Error('the rich result has targets');
  const form = { version: 'v3.2', chapter: '3', serviceCode: '11', rows };
  return { ...target, name: 'bank', form, checks, ...changes };
}

export const resultOf = (targets: TargetResult[], exchanges: Exchange[]): Result => ({
  ...rich,
  targets,
  exchanges,
});

/** The result of one target with one row, tried by one check. */
export function oneRow(
  changes: Partial<CheckResult>,
  exchange?: Exchange,
  others: CheckResult[] = [],
  own: FormRow = row,
): Result {
  const tried = check(own.check ?? missing, {
    exchanges: exchange ? [exchange.id] : [],
    ...changes,
  });
  return resultOf([bank([own], [tried, ...others])], exchange ? [exchange] : []);
}
