import fc from 'fast-check';
import { formatTimestamp, parseTimestamp } from '../../../src/protocol/timestamp.js';
import { dayOfYear, pad, weekOf } from './day-and-week.js';
import { quarterHours } from './zones.js';

/** Families of timestamps, all near `now` (epoch milliseconds) so that only their form is at issue. */
type Family = (now: number) => fc.Arbitrary<string>;

interface Written {
  date: string;
  time: string;
  offset: string;
}

const nearby = fc.integer({ min: -60, max: 60 });

/** A well-formed timestamp in its three parts; most are in Jakarta's offset, as most real ones. */
const written = (now: number): fc.Arbitrary<Written> =>
  fc
    .record({
      seconds: nearby,
      offset: fc.oneof(
        { weight: 3, arbitrary: fc.constant(420) },
        { weight: 1, arbitrary: quarterHours },
      ),
    })
    .map(({ seconds, offset }) => {
      const text = formatTimestamp(now + seconds * 1000, 'offset', offset);
      return { date: text.slice(0, 10), time: text.slice(11, 19), offset: text.slice(19) };
    });

const join = ({ date, time, offset }: Written) => `${date}T${time}${offset}`;

/** A part replaced by one of another family. */
function replaced<T>(
  now: number,
  values: fc.Arbitrary<T>,
  write: (parts: Written, value: T) => string,
): fc.Arbitrary<string> {
  return fc.tuple(written(now), values).map(([parts, value]) => write(parts, value));
}

export const withoutOffset: Family = (now) =>
  replaced(
    now,
    fc.constantFrom('', '.000', '.123'),
    ({ date, time }, fraction) => `${date}T${time}${fraction}`,
  );

export const wrongSeparator: Family = (now) =>
  replaced(
    now,
    fc.constantFrom(' ', 't', '_', '', '-', ':', '/'),
    ({ date, time, offset }, mark) => `${date}${mark}${time}${offset}`,
  );

export const lowerCaseZ: Family = (now) =>
  nearby.map((seconds) => formatTimestamp(now + seconds * 1000, 'utc').replace('Z', 'z'));

export const shortOffset: Family = (now) =>
  replaced(
    now,
    fc.constantFrom<(offset: string) => string>(
      (offset) => offset.replace(':', ''),
      (offset) => offset.slice(0, 3),
      (offset) => offset.replace(/([+-])\d(\d)/, '$1$2'),
      (offset) => offset.slice(0, -1),
    ),
    ({ date, time, offset }, shorten) => `${date}T${time}${shorten(offset)}`,
  );

export const incomplete: Family = (now) =>
  replaced(
    now,
    fc.constantFrom<(parts: Written) => string>(
      ({ date }) => date,
      ({ date, offset }) => `${date}${offset}`,
      ({ time, offset }) => `${time}${offset}`,
      ({ time, offset }) => `T${time}${offset}`,
      ({ date, time, offset }) => `${date}T${time.slice(0, 5)}${offset}`,
      ({ date, time, offset }) => `${date}T${time.slice(0, 2)}${offset}`,
      ({ date, time, offset }) => `${date.slice(0, 7)}T${time}${offset}`,
    ),
    (parts, leaveOut) => leaveOut(parts),
  );

export const epoch: Family = (now) =>
  fc
    .tuple(nearby, fc.boolean())
    .map(([seconds, millis]) => String(Math.floor(now / 1000 + seconds) * (millis ? 1000 : 1)));

export const otherNotation: Family = (now) =>
  fc
    .tuple(
      nearby,
      fc.constantFrom<(date: Date, parts: Written) => string>(
        (date) => date.toUTCString(),
        (_, { date, time, offset }) => `${date.replaceAll('-', '/')}T${time}${offset}`,
        (_, { date, time, offset }) => `${date.split('-').reverse().join('-')}T${time}${offset}`,
        (_, { date, time, offset }) => `${date.slice(2)}T${time}${offset}`,
        (date, { time, offset }) =>
          `${date.getUTCFullYear()}-W${pad(weekOf(date))}-${date.getUTCDay() || 7}T${time}${offset}`,
        (date, { time, offset }) =>
          `${date.getUTCFullYear()}-${pad(dayOfYear(date), 3)}T${time}${offset}`,
        (_, { date, time, offset }) =>
          `${date.replaceAll('-', '')}T${time.replaceAll(':', '')}${offset.replace(':', '')}`,
      ),
    )
    .map(([seconds, write]) => {
      const instant = now + seconds * 1000;
      const text = formatTimestamp(instant, 'offset');
      return write(new Date(instant), {
        date: text.slice(0, 10),
        time: text.slice(11, 19),
        offset: text.slice(19),
      });
    });

export const impossibleDate: Family = (now) => {
  const year = new Date(now).getUTCFullYear();
  const commonYear = [year, year - 1, year - 2].find((candidate) => candidate % 4 !== 0) ?? year;
  const day = fc.integer({ min: 1, max: 28 });
  const month = fc.integer({ min: 1, max: 12 });
  const dates = fc.oneof(
    fc
      .tuple(fc.constantFrom(0, 13, 14, 20, 99), day)
      .map(([wrong, right]) => `${year}-${pad(wrong)}-${pad(right)}`),
    fc
      .tuple(month, fc.constantFrom(0, 32, 33, 99))
      .map(([right, wrong]) => `${year}-${pad(right)}-${pad(wrong)}`),
    fc.constantFrom(30, 31).map((wrong) => `${year}-02-${wrong}`),
    fc.constantFrom('04', '06', '09', '11').map((short) => `${year}-${short}-31`),
    fc.constant(`${commonYear}-02-29`),
  );
  return replaced(now, dates, ({ time, offset }, date) => `${date}T${time}${offset}`);
};

export const impossibleTime: Family = (now) => {
  const times = fc.oneof(
    fc
      .integer({ min: 24, max: 99 })
      .map((hour) => (parts: Written) => `${pad(hour)}${parts.time.slice(2)}`),
    fc.constant(() => '24:00:00'),
    fc
      .integer({ min: 60, max: 99 })
      .map(
        (minute) => (parts: Written) =>
          `${parts.time.slice(0, 3)}${pad(minute)}${parts.time.slice(5)}`,
      ),
    // 60 may be a leap second; 61 never is one.
    fc
      .integer({ min: 61, max: 99 })
      .map((second) => (parts: Written) => `${parts.time.slice(0, 6)}${pad(second)}`),
  );
  return replaced(now, times, (parts, write) => `${parts.date}T${write(parts)}${parts.offset}`);
};

export const impossibleOffset: Family = (now) => {
  const sign = fc.constantFrom('+', '-');
  const offsets = fc.oneof(
    fc.tuple(sign, fc.integer({ min: 15, max: 99 }), fc.constantFrom(0, 30)),
    fc.tuple(sign, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 60, max: 99 })),
    fc.tuple(sign, fc.constant(14), fc.integer({ min: 1, max: 59 })),
  );
  return replaced(
    now,
    offsets,
    ({ date, time }, [mark, hours, minutes]) =>
      `${date}T${time}${mark}${pad(hours)}:${pad(minutes)}`,
  );
};

export const commaFraction: Family = (now) =>
  replaced(
    now,
    fc.integer({ min: 0, max: 999 }),
    ({ date, time, offset }, millis) => `${date}T${time},${pad(millis, 3)}${offset}`,
  );

export const surroundingText: Family = (now) =>
  replaced(
    now,
    fc.constantFrom<(text: string) => string>(
      (text) => `"${text}"`,
      (text) => `${text};`,
      (text) => `${text}Z`,
      (text) => `x${text}`,
      (text) => `${text}[Asia/Jakarta]`,
      (text) => `${text} (WIB)`,
      (text) => `${text},${text}`,
      (text) => `+${text}`,
    ),
    (parts, wrap) => wrap(join(parts)),
  );

const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 40,
});

/** Text that nobody takes for a timestamp. A long fraction isn't among it: RFC 3339 lets it have any length. */
export const garbage: Family = () =>
  fc
    .oneof(
      // What fails with a long or made-up text is shown with one of these, if that fails too.
      { withCrossShrink: true },
      fc.constantFrom(
        'now',
        'null',
        'undefined',
        'NaN',
        '0',
        '-1',
        'yyyy-MM-ddTHH:mm:ssTZD',
        'ABCD-EF-GHTIJ:KL:MN+OP:QR',
      ),
      visible,
      fc.constantFrom(200, 4096).map((length) => '2'.repeat(length)),
    )
    .filter((text) => {
      // What is recognisably something else belongs to that family's check.
      const parsed = parseTimestamp(text);
      return !parsed.ok && parsed.problem.kind === 'garbage';
    });
