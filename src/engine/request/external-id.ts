import type { Transaction } from '../../../schemas/resolved.js';

/** Enough digits for every request of a day to have its own id, even if a document allows more. */
const usualLength = 18;

/** How many digits the X-EXTERNAL-ID of a request has under a profile. */
export function lengthOfExternalId({
  headers,
  externalIdLength,
}: Pick<Transaction, 'headers' | 'externalIdLength'>): number {
  const documented = [headers['X-EXTERNAL-ID'].maxLength, externalIdLength];
  return Math.min(usualLength, ...documented.filter((length) => length !== 'unspecified'));
}

/** The time that the latest id was made of, by the number of its digits. */
const last = new Map<number, bigint>();

/**
 * A value for X-EXTERNAL-ID that no other request of the day has. Its digits are made of the time, so
 * that it differs from those of earlier runs too; the first is never zero. The values repeat after 25
 * hours. The fewer the digits, the coarser the time: 9 digits count tenths of milliseconds.
 *
 * @param length how many digits
 *
 * Source: ASPI, transaction headers: X-EXTERNAL-ID, a numeric text of at most 36 characters, unique
 * within the day.
 */
export function nextExternalId(length: number): string {
  const first = 10n ** BigInt(length - 1);
  const now = (BigInt(Date.now()) * first) / 10_000_000n;
  const before = last.get(length) ?? 0n;
  const own = before < now ? now : before + 1n;
  last.set(length, own);
  return String(first + (own % (9n * first)));
}
