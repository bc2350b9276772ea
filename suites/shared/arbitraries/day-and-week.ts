/** A number with leading zeros. */
export const pad = (value: number, width = 2) => String(value).padStart(width, '0');

const dayMs = 24 * 3_600_000;

/** 1 for the first of January, in UTC. */
export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 0)) / dayMs);
}

/** ISO 8601 week number: the week of the year's first Thursday is week 1. */
export function weekOf(date: Date): number {
  const thursday = new Date(
    Date.UTC(
      date.getUTCFullYear(),
      date.getUTCMonth(),
      date.getUTCDate() + 4 - (date.getUTCDay() || 7),
    ),
  );
  return Math.ceil(dayOfYear(thursday) / 7);
}
