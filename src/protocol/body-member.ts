/**
 * The JSON pointer to a member of a body that documents write with dots: `amount.value` is `/amount/value`.
 *
 * Source: ASPI's tables of members, which have a row for each level.
 */
export function memberPointer(field: string): string {
  return `/${field.split('.').join('/')}`;
}

/** How SNAP writes an amount: a text with two decimals (ASPI, data types: amount, ISO 4217). */
export const amountForm = /^\d{1,16}\.\d{2}$/;
