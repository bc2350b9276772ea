import type { FormRow } from '../../../schemas/generated/form.js';
import type { Transaction } from '../../../schemas/resolved.js';
import { type Message, say } from '../../messages/message.js';

/** What a request has to get wrong to try a row. */
export type Proof = NonNullable<FormRow['proof']>;

/** The check that tries a row, and the one that holds the codes of such refusals to the document. */
export interface RowChecks {
  check: string;
  codeCheck: string;
}

const pair = (check: string, codeCheck: string): RowChecks => ({
  check: `transaction/${check}`,
  codeCheck: `transaction/errors/${codeCheck}`,
});

const checks: Record<Exclude<Proof, 'missing-field' | 'field-format'>, RowChecks> = {
  'invalid-token': pair('token/refuses-unknown-token', 'invalid-token'),
  signature: pair('signature/refuses-bit-flip', 'invalid-signature'),
  'string-to-sign': pair('signature/refuses-other-order', 'invalid-signature'),
  'external-id': pair('headers/rejects-reused-external-id', 'conflict'),
  'token-scope': pair('token/refuses-out-of-scope-token', 'token-scope'),
  'customer-token': pair('customer/refuses-unknown-customer-token', 'invalid-customer-token'),
};

/** By the name of the header, in capitals. */
const ofHeaders: Record<'missing-field' | 'field-format', Readonly<Record<string, RowChecks>>> = {
  'missing-field': {
    'X-TIMESTAMP': pair('headers/rejects-missing-timestamp', 'missing-field'),
    'X-SIGNATURE': pair('headers/rejects-missing-signature', 'missing-field'),
    'X-PARTNER-ID': pair('headers/rejects-missing-partner-id', 'missing-field'),
    'X-EXTERNAL-ID': pair('headers/rejects-missing-external-id', 'missing-field'),
    'CHANNEL-ID': pair('headers/rejects-missing-channel-id', 'missing-field'),
    AUTHORIZATION: pair('token/refuses-missing-token', 'missing-token'),
    'AUTHORIZATION-CUSTOMER': pair(
      'customer/refuses-missing-customer-token',
      'missing-customer-token',
    ),
    'X-DEVICE-ID': pair('customer/rejects-missing-device-id', 'missing-field'),
  },
  'field-format': {
    'X-TIMESTAMP': pair('timestamp/rejects-garbage', 'timestamp-format'),
    'X-EXTERNAL-ID': pair('headers/rejects-external-id-form', 'field-format'),
    'X-PARTNER-ID': pair('headers/rejects-over-long-partner-id', 'field-format'),
    'CHANNEL-ID': pair('headers/rejects-over-long-channel-id', 'field-format'),
  },
};

const ofMember: Record<keyof typeof ofHeaders, RowChecks> = {
  'missing-field': pair('body/rejects-missing-member', 'missing-field'),
  'field-format': pair('body/rejects-malformed-member', 'field-format'),
};

/** Where the document says only how long an X-EXTERNAL-ID may be, that is its form. */
const overLongExternalId = pair('headers/rejects-over-long-external-id', 'field-format');

/** True for the name of a header: `CHANNEL-ID`, `Authorization`; false for a member of the body: `amount.value`. */
export function isHeader(field: string): boolean {
  return /-|^authorization$/i.test(field);
}

/** What proves a row; a message if nothing does. */
export function checksOf(
  proof: Proof | undefined,
  field: string | undefined,
  { headers }: Pick<Transaction, 'headers'>,
): RowChecks | Message {
  if (proof === undefined) return say('form/rows/not-within');
  if (proof !== 'missing-field' && proof !== 'field-format') return checks[proof];
  if (field === undefined) return say('form/rows/no-field');
  const noForm = headers['X-EXTERNAL-ID'].form !== 'digits';
  if (proof === 'field-format' && field.toUpperCase() === 'X-EXTERNAL-ID' && noForm)
    return overLongExternalId;
  const found = isHeader(field) ? ofHeaders[proof][field.toUpperCase()] : ofMember[proof];
  return found ?? say('form/rows/no-check-of-header', { field });
}

/** Every check that a row can rest on. */
export function allRowChecks(): RowChecks[] {
  const headers = Object.values(ofHeaders).flatMap((table) => Object.values(table));
  return [...Object.values(checks), ...headers, overLongExternalId, ...Object.values(ofMember)];
}
