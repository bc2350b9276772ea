import { parseTimestamp, type TimestampForm } from '../../../src/protocol/timestamp.js';
import { dayOfYear, pad, weekOf } from './day-and-week.js';
import { inLowerCaseZ, join, partsOf, type Written } from './timestamp-parts.js';
import * as families from './timestamps.js';

/** A family of malformed timestamps. */
export type FamilyName = keyof typeof families;

/** The control's timestamp in its parts, and what it is made of. */
interface Present extends Written {
  now: number;
  form: TimestampForm;
}

/** What lenient parsers and careless patterns take, the most common first, made from the present time. */
const mistakes: Record<FamilyName, (present: Present) => readonly string[]> = {
  withoutOffset: ({ date, time }) => [
    `${date}T${time}`,
    `${date}T${time}.000`,
    `${date}T${time}.123`,
  ],
  wrongSeparator: ({ date, time, fraction, offset }) =>
    [' ', 't', '', '_', '/', '-'].map((mark) => `${date}${mark}${time}${fraction}${offset}`),
  lowerCaseZ: ({ now, form }) => [inLowerCaseZ(now, form)],
  shortOffset: (present) =>
    ['+0700', '+07', '+7:00', '+07:0'].map((offset) => join({ ...present, offset })),
  incomplete: ({ date, time, fraction, offset }) => [
    `${date}T${time.slice(0, 5)}${offset}`,
    date,
    `${date}${offset}`,
    `${time}${fraction}${offset}`,
    `${date}T${time.slice(0, 2)}${offset}`,
    `${date.slice(0, 7)}T${time}${fraction}${offset}`,
  ],
  epoch: ({ now }) => [String(Math.floor(now / 1000)), String(Math.floor(now / 1000) * 1000)],
  otherNotation: (present) => {
    const instant = new Date(present.now);
    const year = instant.getUTCFullYear();
    const { date, time, offset } = present;
    return [
      instant.toUTCString(),
      join({ ...present, date: date.replaceAll('-', '/') }),
      join({
        ...present,
        date: date.replaceAll('-', ''),
        time: time.replaceAll(':', ''),
        offset: offset.replace(':', ''),
      }),
      join({ ...present, date: date.split('-').reverse().join('-') }),
      join({ ...present, date: date.slice(2) }),
      join({ ...present, date: `${year}-${pad(dayOfYear(instant), 3)}` }),
      join({ ...present, date: `${year}-W${pad(weekOf(instant))}-${instant.getUTCDay() || 7}` }),
    ];
  },
  impossibleDate: (present) => {
    const year = present.date.slice(0, 4);
    return ['02-30', '04-31', '13-01', '01-32', '00-10', '01-00', '02-31'].map((day) =>
      join({ ...present, date: `${year}-${day}` }),
    );
  },
  impossibleTime: (present) => {
    const { time } = present;
    return [
      '24:00:00',
      `25${time.slice(2)}`,
      `${time.slice(0, 3)}60:00`,
      `${time.slice(0, 6)}61`,
    ].map((other) => join({ ...present, time: other }));
  },
  // Beyond +14:00 no zone lies, though a pattern of digits, and Java's ZoneOffset up to 18:00, take it.
  impossibleOffset: (present) =>
    ['+14:30', '-14:30', '+14:59', '+15:00', '+07:60', '+18:00', '+24:00', '-99:00'].map((offset) =>
      join({ ...present, offset }),
    ),
  commaFraction: (present) => [',000', ',123'].map((fraction) => join({ ...present, fraction })),
  surroundingText: (present) => {
    const text = join(present);
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

/** The examples of a family at an instant, epoch milliseconds, otherwise in the control's form. */
export function timestampExamples(family: FamilyName, now: number, form: TimestampForm): string[] {
  const present = { ...partsOf(now, form), now, form };
  const examples = mistakes[family](present).filter((example) => !parseTimestamp(example).ok);
  return [...new Set(examples)];
}
