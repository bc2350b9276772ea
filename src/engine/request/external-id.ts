import type { Transaction } from '../../../schemas/resolved.js';

/** Enough for ids that no two requests of a day share, whatever the document's longest. */
const usualLength = 18;

/** How many digits a request's X-EXTERNAL-ID has under a profile. */
export function lengthOfExternalId({
  headers,
  externalIdLength,
}: Pick<Transaction, 'headers' | 'externalIdLength'>): number {
  const documented = [headers['X-EXTERNAL-ID'].maxLength, externalIdLength];
  return Math.min(usualLength, ...documented.filter((length) => length !== 'unspecified'));
}

/** The latest, by length. */
const last = new Map<number, bigint>();

/**
 * A value for X-EXTERNAL-ID that no other request of this day has: digits made of the time, the first of
 * them no zero, so that runs one after another don't meet either. They come round after 25 hours. The
 * fewer there are, the coarser is the time: 9 digits count tenths of milliseconds.
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
