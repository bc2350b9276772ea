import { formatTimestamp, parseTimestamp } from '../../../src/protocol/timestamp.js';
import { dayOfYear, pad, weekOf } from './day-and-week.js';
import * as families from './timestamps.js';

/** A family of malformed timestamps. */
export type FamilyName = keyof typeof families;

interface Parts {
  date: string;
  time: string;
  offset: string;
}

/** What lenient parsers and careless patterns take, the most common first, made from the present time. */
const mistakes: Record<FamilyName, (parts: Parts, now: number) => readonly string[]> = {
  withoutOffset: ({ date, time }) => [
    `${date}T${time}`,
    `${date}T${time}.000`,
    `${date}T${time}.123`,
  ],
  wrongSeparator: ({ date, time, offset }) =>
    [' ', 't', '', '_', '/', '-'].map((mark) => `${date}${mark}${time}${offset}`),
  lowerCaseZ: (_, now) => [formatTimestamp(now, 'utc').replace('Z', 'z')],
  shortOffset: ({ date, time }) =>
    ['+0700', '+07', '+7:00', '+07:0'].map((offset) => `${date}T${time}${offset}`),
  incomplete: ({ date, time, offset }) => [
    `${date}T${time.slice(0, 5)}${offset}`,
    date,
    `${date}${offset}`,
    `${time}${offset}`,
    `${date}T${time.slice(0, 2)}${offset}`,
    `${date.slice(0, 7)}T${time}${offset}`,
  ],
  epoch: (_, now) => [String(Math.floor(now / 1000)), String(Math.floor(now / 1000) * 1000)],
  otherNotation: ({ date, time, offset }, now) => {
    const instant = new Date(now);
    const year = instant.getUTCFullYear();
    return [
      instant.toUTCString(),
      `${date.replaceAll('-', '/')}T${time}${offset}`,
      `${date.replaceAll('-', '')}T${time.replaceAll(':', '')}${offset.replace(':', '')}`,
      `${date.split('-').reverse().join('-')}T${time}${offset}`,
      `${date.slice(2)}T${time}${offset}`,
      `${year}-${pad(dayOfYear(instant), 3)}T${time}${offset}`,
      `${year}-W${pad(weekOf(instant))}-${instant.getUTCDay() || 7}T${time}${offset}`,
    ];
  },
  impossibleDate: ({ date, time, offset }) => {
    const year = date.slice(0, 4);
    return ['02-30', '04-31', '13-01', '01-32', '00-10', '01-00', '02-31'].map(
      (day) => `${year}-${day}T${time}${offset}`,
    );
  },
  impossibleTime: ({ date, time, offset }) =>
    ['24:00:00', `25${time.slice(2)}`, `${time.slice(0, 3)}60:00`, `${time.slice(0, 6)}61`].map(
      (other) => `${date}T${other}${offset}`,
    ),
  // Beyond +14:00 no zone lies, though a pattern of digits, and Java's ZoneOffset up to 18:00, take it.
  impossibleOffset: ({ date, time }) =>
    ['+14:30', '-14:30', '+14:59', '+15:00', '+07:60', '+18:00', '+24:00', '-99:00'].map(
      (offset) => `${date}T${time}${offset}`,
    ),
  commaFraction: ({ date, time, offset }) =>
    [',000', ',123'].map((fraction) => `${date}T${time}${fraction}${offset}`),
  surroundingText: (parts) => {
    const text = `${parts.date}T${parts.time}${parts.offset}`;
    return [
      `${text}[Asia/Jakarta]`,
      `"${text}"`,
      `${text};`,
      `x${text}`,
      `${text} (WIB)`,
      `${text}Z`,
      `${text},${text}`,
    ];
  },
  garbage: () => [
    'now',
    'null',
    'undefined',
    'yyyy-MM-ddTHH:mm:ssTZD',
    'ABCD-EF-GHTIJ:KL:MN+OP:QR',
    '2'.repeat(200),
  ],
};

/** The examples of a family at an instant, epoch milliseconds. */
export function timestampExamples(family: FamilyName, now: number): string[] {
  const text = formatTimestamp(now, 'offset');
  const parts = { date: text.slice(0, 10), time: text.slice(11, 19), offset: text.slice(19) };
  return mistakes[family](parts, now).filter((example) => !parseTimestamp(example).ok);
}
