import type { TransactionConfig } from '../../../schemas/generated/config.js';
import type { TargetForm } from '../../../schemas/generated/result.js';
import { memberPointer } from '../../protocol/body-member.js';
import { valueAt } from '../input/json-pointer.js';
import { isHeader } from './row-checks.js';

/** Members of a call's body that rows of the form name, as `amount.value`, with their values; those that it lacks are left out. */
export function membersOfCall(
  { body }: Pick<TransactionConfig, 'body'>,
  { rows }: TargetForm,
): Record<string, unknown> {
  const fields = rows.flatMap(({ field }) =>
    field === undefined || isHeader(field) ? [] : [field],
  );
  const values = fields.map((field) => [field, valueAt(body, memberPointer(field))] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
