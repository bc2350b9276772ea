let last = 0n;

/**
 * A value for X-EXTERNAL-ID that no other request of this day has: 18 digits, made of the time in
 * microseconds, so that runs one after another don't meet either.
 *
 * Source: ASPI, transaction headers: X-EXTERNAL-ID, a numeric text of at most 36 characters, unique
 * within the day.
 */
export function nextExternalId(): string {
  const now = BigInt(Date.now()) * 100_000n;
  last = last < now ? now : last + 1n;
  return last.toString();
}
