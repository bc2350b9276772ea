import { formatTimestamp, hasMillis, type TimestampForm } from '../../../src/protocol/timestamp.js';

/** The parts of a timestamp. */
export interface Written {
  date: string;
  time: string;
  /** `.123`, or empty. */
  fraction: string;
  /** `+07:00`; empty in a form without one. */
  offset: string;
}

/** The parts of an instant in the control's form; what the form leaves open is under an offset. */
export function partsOf(instant: number, form: TimestampForm, offsetMinutes?: number): Written {
  const text = formatTimestamp(instant, 'offset-millis', offsetMinutes);
  return {
    date: text.slice(0, 10),
    time: text.slice(11, 19),
    fraction: hasMillis(form) ? text.slice(19, 23) : '',
    offset: form.startsWith('local') ? '' : text.slice(23),
  };
}

/** The text that parts make. */
export const join = ({ date, time, fraction, offset }: Written) =>
  `${date}T${time}${fraction}${offset}`;

/** The instant in UTC with z, with milliseconds if the control has them. */
export function inLowerCaseZ(instant: number, form: TimestampForm): string {
  return formatTimestamp(instant, hasMillis(form) ? 'utc-millis' : 'utc').replace('Z', 'z');
}
