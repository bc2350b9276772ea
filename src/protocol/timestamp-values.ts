import type { TimestampProblem } from './timestamp-problem.js';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** No clock on earth is set further from UTC than +14:00 (Kiribati) today. */
export const maxOffsetMinutes = 14 * 60;

function daysIn(year: number, month: number): number {
  if (month === 2) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dateDetail(date: string): string | undefined {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  if (month < 1 || month > 12) return `month ${date.slice(5, 7)}`;
  if (day < 1 || day > 31) return `day ${date.slice(8, 10)}`;
  if (day <= daysIn(year, month)) return undefined;
  const named = `${day} ${monthNames[month - 1]}`;
  return day === 29 ? `${named} ${date.slice(0, 4)}, which is not a leap year` : named;
}

function timeDetail(time: string): string | undefined {
  // RFC 3339, section 5.6, ends the day at 23:59:59. It allows second 60 only for a leap second,
  // and there has been none since 2016.
  if (Number(time.slice(0, 2)) > 23) return `hour ${time.slice(0, 2)}`;
  if (Number(time.slice(3, 5)) > 59) return `minute ${time.slice(3, 5)}`;
  if (Number(time.slice(6, 8)) > 59) return `second ${time.slice(6, 8)}`;
  return undefined;
}

/** Minutes east of UTC of `Z` or `±hh:mm`; `-00:00` is 0 (RFC 3339, section 4.3). */
export function offsetMinutesOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') && minutes !== 0 ? -minutes : minutes;
}

function offsetDetail(zone: string): string | undefined {
  if (zone !== 'Z' && Number(zone.slice(4, 6)) > 59) return `offset minute ${zone.slice(4, 6)}`;
  const beyond = Math.abs(offsetMinutesOf(zone)) > maxOffsetMinutes;
  return beyond ? `offset ${zone}, beyond 14:00` : undefined;
}

/**
 * Lists the values that no calendar or clock shows, in the parts of a timestamp of the right form.
 *
 * @param date `yyyy-MM-dd`
 * @param time `hh:mm:ss`
 * @param zone `Z` or `±hh:mm`
 * @returns the problems in the order of the text; empty when all values are possible
 */
export function impossibleValues(date: string, time: string, zone: string): TimestampProblem[] {
  const problems: TimestampProblem[] = [];
  const dated = dateDetail(date);
  if (dated !== undefined) problems.push({ kind: 'impossible-date', detail: dated });
  const timed = timeDetail(time);
  if (timed !== undefined) problems.push({ kind: 'impossible-time', detail: timed });
  const offset = offsetDetail(zone);
  if (offset !== undefined) problems.push({ kind: 'impossible-offset', detail: offset });
  return problems;
}
