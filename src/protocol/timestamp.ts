import { type TimestampProblem, timestampProblem } from './timestamp-problem.js';
import { impossibleValues, maxOffsetMinutes, offsetMinutesOf } from './timestamp-values.js';

export type { TimestampProblem, TimestampProblemKind } from './timestamp-problem.js';

/** How the text of a timestamp is built: with an offset, with Z or with no zone at all, each with or without milliseconds. */
export type WrittenForm = 'offset' | 'utc' | 'local' | `${'offset' | 'utc' | 'local'}-millis`;

/**
 * The ways SNAP documents write a timestamp: `2024-03-19T11:46:16+07:00` with whichever offset, and the same with
 * Jakarta's alone; `2024-03-19T04:46:16Z`; `2024-03-19T11:46:16`, Jakarta's time without an offset; and each of them
 * with three digits of milliseconds.
 *
 * Source: ASPI, request header X-TIMESTAMP (`yyyy-MM-ddTHH:mm:ssTZD`), which is `offset`; RFC 3339, section 5.6. The
 * others are what documents of providers say.
 */
export type TimestampForm = WrittenForm | 'jakarta' | 'jakarta-millis';

/**
 * A timestamp as read: its form, its instant (milliseconds since 1970 in UTC) and its offset
 * (minutes east of UTC), or what is wrong with it.
 */
export type ParsedTimestamp =
  | { ok: true; form: WrittenForm; instant: number; offsetMinutes: number }
  | { ok: false; problem: TimestampProblem };

/** Asia/Jakarta, which has no daylight saving time. */
export const jakartaOffsetMinutes = 420;

const strict = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{3}))?(Z|[+-]\d{2}:\d{2})?$/;

function formOf(zone: string | undefined, millis: string | undefined): WrittenForm {
  const kind = zone === undefined ? 'local' : zone === 'Z' ? 'utc' : 'offset';
  return millis === undefined ? kind : `${kind}-millis`;
}

/**
 * Reads a timestamp strictly: of a known form, ASCII digits, values that exist, nothing around it. Never throws,
 * whatever the text.
 *
 * @param forms those of the document. A text without an offset names an instant only if they say so, Jakarta's time
 * then: else its problem is `missing-offset`.
 */
export function parseTimestamp(
  text: string,
  forms: readonly TimestampForm[] = [],
): ParsedTimestamp {
  const match = strict.exec(text);
  const [, date, time, millis, zone] = match ?? [];
  if (date === undefined || time === undefined) {
    return { ok: false, problem: timestampProblem(text) };
  }
  const form = formOf(zone, millis);
  if (zone === undefined && !forms.includes(form)) {
    return { ok: false, problem: timestampProblem(text) };
  }
  const offset = zone ?? '+07:00';
  if (impossibleValues(date, time, offset).length > 0) {
    return { ok: false, problem: timestampProblem(zone === undefined ? `${text}${offset}` : text) };
  }
  const offsetMinutes = offsetMinutesOf(offset);
  const local = Date.parse(`${date}T${time}.${millis ?? '000'}Z`);
  return { ok: true, form, instant: local - offsetMinutes * 60_000, offsetMinutes };
}

/**
 * Writes an instant in a form; the forms without milliseconds drop them.
 *
 * @param instant milliseconds since 1970 in UTC
 * @param offsetMinutes minutes east of UTC, at most 840 either way, for the `offset` forms; the others have their own
 * @throws RangeError when the offset is out of range or the year doesn't have four digits
 */
export function formatTimestamp(
  instant: number,
  form: TimestampForm,
  offsetMinutes: number = jakartaOffsetMinutes,
): string {
  const [kind] = form.split('-', 1);
  const offset = kind === 'utc' ? 0 : kind === 'offset' ? offsetMinutes : jakartaOffsetMinutes;
  if (!Number.isInteger(offset) || Math.abs(offset) > maxOffsetMinutes) {
    throw new RangeError(`an offset is a whole number of minutes from -840 to 840, not ${offset}`);
  }
  const local = new Date(Math.floor(instant) + offset * 60_000).toISOString();
  if (!/^\d{4}-/.test(local)) {
    throw new RangeError(`the year of ${local} can't be written with four digits`);
  }
  const zone = kind === 'utc' ? 'Z' : kind === 'local' ? '' : zoneOf(offset);
  return local.slice(0, hasMillis(form) ? 23 : 19) + zone;
}

/** True for a form with milliseconds. */
export function hasMillis(form: TimestampForm): boolean {
  return form.endsWith('-millis');
}

function zoneOf(offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
