import { offsetMinutesOf } from '../../../protocol/timestamp-values.js';

/** A timestamp in the parts that formatters get wrong, each as text. */
export interface Moment {
  year: string;
  month: string;
  day: string;
  /** Between date and time: `T`. */
  separator: string;
  hour: string;
  minute: string;
  second: string;
  /** With its point: `.123`; empty without one. */
  fraction: string;
  /** `+07:00` */
  zone: string;
  /** What the digits say, taken for UTC: epoch milliseconds. */
  local: number;
  /** Minutes east of UTC. */
  offset: number;
}

const loose =
  /^[\s"']*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})([Tt_ ]?)(\d{2})[:.]?(\d{2})[:.]?(\d{2})(?:[.,](\d{1,9}))?\s*(Z|z|[+-]\d{2}(?::?\d{2})?|[A-Za-z/_]+|\d{2}:?\d{2})?[\s"']*$/;

/** Asia/Jakarta. */
const jakarta = 420;

/** Reads a timestamp even if it is malformed; undefined if date and time can't be told. */
export function readMoment(text: string): Moment | undefined {
  const [, year, month, day, separator = '', hour, minute, second, fraction, zone = ''] =
    loose.exec(text) ?? [];
  if (year === undefined || hour === undefined) return momentOfEpoch(text);
  const local = Date.UTC(
    ...[Number(year), Number(month) - 1, Number(day)],
    ...([Number(hour), Number(minute), Number(second)] as [number, number, number]),
  );
  if (Number.isNaN(local)) return undefined;
  return {
    ...{ year, month: month ?? '', day: day ?? '', separator },
    ...{ hour, minute: minute ?? '', second: second ?? '' },
    fraction: fraction === undefined ? '' : `.${fraction}`,
    ...{ zone, local, offset: offsetOf(zone) },
  };
}

/** The moment of other digits, with the rest as it is. */
export function withDigits(moment: Moment, local: number): Moment | undefined {
  const date = new Date(local);
  if (Number.isNaN(local) || date.getUTCFullYear() > 9999 || date.getUTCFullYear() < 0)
    return undefined;
  const text = date.toISOString();
  return {
    ...moment,
    ...{ year: text.slice(0, 4), month: text.slice(5, 7), day: text.slice(8, 10) },
    ...{ hour: text.slice(11, 13), minute: text.slice(14, 16), second: text.slice(17, 19) },
    local,
  };
}

/** Date, time, fraction and zone, in this order. */
export function writeMoment(moment: Moment): string {
  const { year, month, day, separator, hour, minute, second, fraction, zone } = moment;
  return `${year}-${month}-${day}${separator}${hour}:${minute}:${second}${fraction}${zone}`;
}

function momentOfEpoch(text: string): Moment | undefined {
  const [, seconds, millis = ''] = /^\s*(\d{10})(\d{3})?\s*$/.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  const blank = { separator: 'T', fraction: millis && `.${millis}`, zone: '+07:00' };
  const moment = { ...blank, offset: jakarta } as Moment;
  return withDigits(moment, Number(seconds) * 1000 + jakarta * 60_000);
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes = '00'] = /^([+-]?)(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (zone === 'Z' || zone === 'z') return 0;
  return hours === undefined ? jakarta : offsetMinutesOf(`${sign || '+'}${hours}:${minutes}`);
}
