import fc from 'fast-check';
import { parseTimestamp, type TimestampForm } from '../../../src/protocol/timestamp.js';
import { hasFixedZone } from '../../../src/protocol/timestamp-forms.js';
import { dayOfYear, pad, weekOf } from './day-and-week.js';
import { inLowerCaseZ, join, partsOf, type Written } from './timestamp-parts.js';
import { quarterHours } from './zones.js';

/**
 * Families of timestamps, all near `now` (epoch milliseconds) and otherwise of the control's form, so that only their
 * mistake is at issue.
 */
type Family = (now: number, form: TimestampForm) => fc.Arbitrary<string>;

const nearby = fc.integer({ min: -60, max: 60 });

/** A well-formed timestamp in its parts; most are in Jakarta's offset, as most real ones. */
const written = (now: number, form: TimestampForm): fc.Arbitrary<Written> =>
  fc
    .record({
      seconds: nearby,
      offset: fc.oneof(
        { weight: 3, arbitrary: fc.constant(420) },
        { weight: 1, arbitrary: quarterHours },
      ),
    })
    .map(({ seconds, offset }) =>
      partsOf(now + seconds * 1000, form, hasFixedZone(form) ? undefined : offset),
    );

/** A part replaced by one of another family. */
function replaced<T>(
  [now, form]: Parameters<Family>,
  values: fc.Arbitrary<T>,
  write: (parts: Written, value: T) => string,
): fc.Arbitrary<string> {
  return fc.tuple(written(now, form), values).map(([parts, value]) => write(parts, value));
}

export const withoutOffset: Family = (...of) =>
  replaced(
    of,
    fc.constantFrom('', '.000', '.123'),
    ({ date, time }, fraction) => `${date}T${time}${fraction}`,
  );

export const wrongSeparator: Family = (...of) =>
  replaced(
    of,
    fc.constantFrom(' ', 't', '_', '', '-', ':', '/'),
    ({ date, time, fraction, offset }, mark) => `${date}${mark}${time}${fraction}${offset}`,
  );

export const lowerCaseZ: Family = (now, form) =>
  nearby.map((seconds) => inLowerCaseZ(now + seconds * 1000, form));

export const shortOffset: Family = (...of) =>
  replaced(
    of,
    fc.constantFrom<(offset: string) => string>(
      (offset) => offset.replace(':', ''),
      (offset) => offset.slice(0, 3),
      (offset) => offset.replace(/([+-])\d(\d)/, '$1$2'),
      (offset) => offset.slice(0, -1),
    ),
    ({ date, time, fraction, offset }, shorten) =>
      `${date}T${time}${fraction}${shorten(offset || '+07:00')}`,
  );

export const incomplete: Family = (...of) =>
  replaced(
    of,
    fc.constantFrom<(parts: Written) => string>(
      ({ date }) => date,
      ({ date, offset }) => `${date}${offset}`,
      ({ time, fraction, offset }) => `${time}${fraction}${offset}`,
      ({ time, fraction, offset }) => `T${time}${fraction}${offset}`,
      ({ date, time, offset }) => `${date}T${time.slice(0, 5)}${offset}`,
      ({ date, time, offset }) => `${date}T${time.slice(0, 2)}${offset}`,
      ({ date, time, fraction, offset }) => `${date.slice(0, 7)}T${time}${fraction}${offset}`,
    ),
    (parts, leaveOut) => leaveOut(parts),
  );

export const epoch: Family = (now) =>
  fc
    .tuple(nearby, fc.boolean())
    .map(([seconds, millis]) => String(Math.floor(now / 1000 + seconds) * (millis ? 1000 : 1)));

/** An instant in the notations of other formats, from the parts of its text and from itself. */
const notations: readonly ((parts: Written, date: Date) => string)[] = [
  (_, date) => date.toUTCString(),
  ({ date, ...rest }) => join({ ...rest, date: date.replaceAll('-', '/') }),
  ({ date, ...rest }) => join({ ...rest, date: date.split('-').reverse().join('-') }),
  ({ date, ...rest }) => join({ ...rest, date: date.slice(2) }),
  (parts, date) =>
    join({
      ...parts,
      date: `${date.getUTCFullYear()}-W${pad(weekOf(date))}-${date.getUTCDay() || 7}`,
    }),
  (parts, date) => join({ ...parts, date: `${date.getUTCFullYear()}-${pad(dayOfYear(date), 3)}` }),
  ({ date, time, fraction, offset }) =>
    join({
      date: date.replaceAll('-', ''),
      time: time.replaceAll(':', ''),
      fraction,
      offset: offset.replace(':', ''),
    }),
];

export const otherNotation: Family = (now, form) =>
  fc.tuple(nearby, fc.constantFrom(...notations)).map(([seconds, write]) => {
    const instant = now + seconds * 1000;
    return write(partsOf(instant, form), new Date(instant));
  });

export const impossibleDate: Family = (...of) => {
  const [now] = of;
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
  return replaced(of, dates, (parts, date) => join({ ...parts, date }));
};

export const impossibleTime: Family = (...of) => {
  const times = fc.oneof(
    fc
      .integer({ min: 24, max: 99 })
      .map((hour) => (time: string) => `${pad(hour)}${time.slice(2)}`),
    fc.constant(() => '24:00:00'),
    fc
      .integer({ min: 60, max: 99 })
      .map((minute) => (time: string) => `${time.slice(0, 3)}${pad(minute)}${time.slice(5)}`),
    // 60 may be a leap second; 61 never is one.
    fc
      .integer({ min: 61, max: 99 })
      .map((second) => (time: string) => `${time.slice(0, 6)}${pad(second)}`),
  );
  return replaced(of, times, (parts, write) => join({ ...parts, time: write(parts.time) }));
};

export const impossibleOffset: Family = (...of) => {
  const sign = fc.constantFrom('+', '-');
  const offsets = fc.oneof(
    fc.tuple(sign, fc.integer({ min: 15, max: 99 }), fc.constantFrom(0, 30)),
    fc.tuple(sign, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 60, max: 99 })),
    fc.tuple(sign, fc.constant(14), fc.integer({ min: 1, max: 59 })),
  );
  return replaced(of, offsets, (parts, [mark, hours, minutes]) =>
    join({ ...parts, offset: `${mark}${pad(hours)}:${pad(minutes)}` }),
  );
};

export const commaFraction: Family = (...of) =>
  replaced(of, fc.integer({ min: 0, max: 999 }), (parts, millis) =>
    join({ ...parts, fraction: `,${pad(millis, 3)}` }),
  );

export const surroundingText: Family = (...of) =>
  replaced(
    of,
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
    // A Z after a time without an offset is no text around it.
  ).filter((text) => !parseTimestamp(text).ok);

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
