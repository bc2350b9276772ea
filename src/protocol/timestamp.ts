import { type TimestampProblem, timestampProblem } from './timestamp-problem.js';
import { impossibleValues, maxOffsetMinutes, offsetMinutesOf } from './timestamp-values.js';

export type { TimestampProblem, TimestampProblemKind } from './timestamp-problem.js';

/**
 * The four ways SNAP documents write a timestamp: `2024-03-19T11:46:16+07:00`,
 * `2024-03-19T04:46:16Z`, and each of them with three digits of milliseconds.
 *
 * Source: ASPI, request header X-TIMESTAMP (`yyyy-MM-ddTHH:mm:ssTZD`); RFC 3339, section 5.6.
 */
export type TimestampForm = 'offset' | 'utc' | 'offset-millis' | 'utc-millis';

/**
 * A timestamp as read: its form, its instant (milliseconds since 1970 in UTC) and its offset
 * (minutes east of UTC), or what is wrong with it.
 */
export type ParsedTimestamp =
  | { ok: true; form: TimestampForm; instant: number; offsetMinutes: number }
  | { ok: false; problem: TimestampProblem };

/** Asia/Jakarta, which has no daylight saving time. */
const jakartaOffsetMinutes = 420;

const strict = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{3}))?(Z|[+-]\d{2}:\d{2})$/;

function formOf(zone: string, millis: string | undefined): TimestampForm {
  if (zone === 'Z') return millis === undefined ? 'utc' : 'utc-millis';
  return millis === undefined ? 'offset' : 'offset-millis';
}

/**
 * Reads a timestamp strictly: one of the four forms, ASCII digits, values that exist, nothing
 * around it. Never throws, whatever the text.
 */
export function parseTimestamp(text: string): ParsedTimestamp {
  const match = strict.exec(text);
  const [, date, time, millis, zone] = match ?? [];
  if (date === undefined || time === undefined || zone === undefined) {
    return { ok: false, problem: timestampProblem(text) };
  }
  if (impossibleValues(date, time, zone).length > 0) {
    return { ok: false, problem: timestampProblem(text) };
  }
  const offsetMinutes = offsetMinutesOf(zone);
  const local = Date.parse(`${date}T${time}.${millis ?? '000'}Z`);
  return {
    ok: true,
    form: formOf(zone, millis),
    instant: local - offsetMinutes * 60_000,
    offsetMinutes,
  };
}

/**
 * Writes an instant in one of the four forms; the forms without milliseconds drop them.
 *
 * @param instant milliseconds since 1970 in UTC
 * @param offsetMinutes minutes east of UTC, at most 840 either way; the `utc` forms ignore it
 * @throws RangeError when the offset is out of range or the year doesn't have four digits
 */
export function formatTimestamp(
  instant: number,
  form: TimestampForm,
  offsetMinutes: number = jakartaOffsetMinutes,
): string {
  const utc = form === 'utc' || form === 'utc-millis';
  const offset = utc ? 0 : offsetMinutes;
  if (!Number.isInteger(offset) || Math.abs(offset) > maxOffsetMinutes) {
    throw new RangeError(`an offset is a whole number of minutes from -840 to 840, not ${offset}`);
  }
  const local = new Date(Math.floor(instant) + offset * 60_000).toISOString();
  if (!/^\d{4}-/.test(local)) {
    throw new RangeError(`the year of ${local} can't be written with four digits`);
  }
  const withMillis = form === 'utc-millis' || form === 'offset-millis';
  return local.slice(0, withMillis ? 23 : 19) + (utc ? 'Z' : zoneOf(offset));
}

function zoneOf(offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
