import type { MistakeId } from '../catalogue/catalogue.js';
import type { Change } from '../search/axes.js';
import { type Moment, withDigits } from './moment.js';

type Step = (moment: Moment) => Moment | undefined;

const minute = 60_000;
const hour = 60 * minute;
const two = (value: number) => String(value).padStart(2, '0');

/** Digits of another zone, with the zone as sent. */
const shift =
  (milliseconds: number): Step =>
  (moment) =>
    withDigits(moment, moment.local + milliseconds);

/** Some of the parts, if that makes a difference. */
const parts =
  (change: (moment: Moment) => Partial<Moment>): Step =>
  (moment) => ({ ...moment, ...change(moment) });

/** The year that a week belongs to (ISO 8601): a Monday's week is that of its Thursday. */
function weekYear(moment: Moment, firstDay: number, daysInFirstWeek: number): string {
  const date = new Date(moment.local);
  const day = (date.getUTCDay() - firstDay + 7) % 7;
  const anchor = new Date(date);
  anchor.setUTCDate(date.getUTCDate() - day + 7 - daysInFirstWeek);
  return String(anchor.getUTCFullYear());
}

const dayOfYear = ({ local, year }: Moment) =>
  Math.floor((local - Date.UTC(Number(year), 0, 1)) / (24 * hour)) + 1;

const steps: readonly [MistakeId, Step][] = [
  ['time/utc-digits', (moment) => shift(-moment.offset * minute)(moment)],
  ['time/offset-added-twice', (moment) => shift(moment.offset * minute)(moment)],
  [
    'time/local-digits-as-utc',
    (moment) => (moment.offset === 0 ? shift(7 * hour)(moment) : undefined),
  ],
  ['time/twelve-hour-clock', parts((m) => ({ hour: two(Number(m.hour) % 12 || 12) }))],
  ['time/twelve-hour-clock', parts((m) => ({ hour: two(Number(m.hour) % 12) }))],
  ['time/week-year', parts((m) => ({ year: weekYear(m, 0, 1) }))],
  ['time/week-year', parts((m) => ({ year: weekYear(m, 1, 4) }))],
  ['time/month-and-minutes-mixed', parts((m) => ({ month: m.minute, minute: m.month }))],
  ['time/minutes-as-month', parts((m) => ({ month: m.minute }))],
  ['time/month-as-minutes', parts((m) => ({ minute: m.month }))],
  ['time/month-from-zero', parts((m) => ({ month: two(Number(m.month) - 1) }))],
  ['time/month-from-zero', parts((m) => ({ month: String(Number(m.month) - 1) }))],
  ['time/month-off-by-one', parts((m) => ({ month: two(Number(m.month) + 1) }))],
  ['time/day-and-month-swapped', parts((m) => ({ month: m.day, day: m.month }))],
  ['time/day-month-year', parts((m) => ({ year: m.day, day: m.year }))],
  ['time/day-of-year', parts((m) => ({ day: two(dayOfYear(m)) }))],
  ['time/day-of-year', parts((m) => ({ day: String(dayOfYear(m)) }))],
  ['time/day-of-week', parts((m) => ({ day: two(new Date(m.local).getUTCDay()) }))],
  ['time/hour-twenty-four', (m) => (m.hour === '00' ? { ...m, hour: '24' } : undefined)],
  ['time/unpadded', parts((m) => unpadded(m, ['month', 'day', 'hour', 'minute', 'second']))],
  ['time/unpadded', parts((m) => unpadded(m, ['hour']))],
  ['time/unpadded', parts((m) => unpadded(m, ['month', 'day']))],
  ['time/short-year', parts((m) => ({ year: m.year.slice(2) }))],
  ['time/short-year', parts((m) => ({ year: String(Number(m.year) - 1900) }))],
  ['time/no-seconds', parts(() => ({ second: '00' }))],
  ['time/fraction-as-seconds', parts((m) => ({ second: two(Number(m.fraction.slice(1, 4))) }))],
  ['time/month-as-seconds', parts((m) => ({ second: m.month }))],
  ['time/buddhist-year', parts((m) => ({ year: String(Number(m.year) + 543) }))],
  ...hours().map((count): [MistakeId, Step] => ['time/hours-apart', shift(count * hour)]),
  ['time/day-apart', shift(24 * hour)],
  ['time/day-apart', shift(-24 * hour)],
  ['time/year-apart', parts((m) => ({ year: String(Number(m.year) + 1) }))],
  ['time/year-apart', parts((m) => ({ year: String(Number(m.year) - 1) }))],
];

function hours(): number[] {
  return [7, 8, 9, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 5.5].flatMap((count) => [-count, count]);
}

function unpadded(moment: Moment, names: readonly (keyof Moment)[]): Partial<Moment> {
  return Object.fromEntries(names.map((name) => [name, String(Number(moment[name]))]));
}

/** Other digits than the ones sent: of another zone, by a wrong date pattern, or of a clock read twice. */
export const digitMistakes: readonly Change<Moment>[] = [
  ...steps.map(([id, apply]) => ({ mistakes: [{ id }], apply })),
  ...clockReadTwice(1, 5, 'time/clock-read-twice'),
  ...clockReadTwice(6, 60, 'time/seconds-apart'),
];

function clockReadTwice(from: number, to: number, id: MistakeId): Change<Moment>[] {
  const seconds = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return seconds
    .flatMap((count) => [-count, count])
    .map((count) => ({
      mistakes: [{ id, with: { seconds: Math.abs(count), later: count > 0 } }],
      apply: shift(count * 1000),
      alone: to > 5,
    }));
}

/** The other seconds within half an hour, and with each fraction that the sent second may have had. */
export function window(moment: Moment): { mistakes: Change<Moment>['mistakes']; value: Moment }[] {
  const found = [];
  for (let second = 61; second <= 1800; second += 1)
    for (const count of [-second, second]) {
      const value = withDigits(moment, moment.local + count * 1000);
      const id = 'time/minutes-apart' as const;
      if (value)
        found.push({
          mistakes: [{ id, with: { seconds: second, later: count > 0 } }],
          value,
        });
    }
  return found;
}

/** Fractions of the second that a clock read twice, or written in another precision, may have given. */
export function fractions(
  moment: Moment,
  micros: boolean,
): { mistakes: Change<Moment>['mistakes']; value: Moment }[] {
  const found: { mistakes: Change<Moment>['mistakes']; value: Moment }[] = [];
  const sent = moment.fraction;
  const of = (digits: number, value: number, id: MistakeId) =>
    found.push({
      mistakes: [{ id }],
      value: { ...moment, fraction: `.${String(value).padStart(digits, '0')}` },
    });
  if (sent === '') for (let each = 1; each < 1000; each += 1) of(3, each, 'time/fraction-dropped');
  else {
    const digits = sent.length - 1;
    const value = Number(sent.slice(1));
    const top = 10 ** digits;
    for (let apart = 1; apart <= 999; apart += 1)
      for (const each of [value + apart, value - apart])
        if (each >= 0 && each < top)
          of(digits, each, apart <= 50 ? 'time/milliseconds-apart' : 'time/fraction-apart');
    if (digits === 3)
      for (let more = 1; more < 1000; more += 1)
        found.push({
          mistakes: [{ id: 'time/fraction-cut' }],
          value: { ...moment, fraction: `${sent}${String(more).padStart(3, '0')}` },
        });
  }
  if (micros && sent === '')
    for (let each = 1; each < 1_000_000; each += 1) of(6, each, 'time/microseconds-dropped');
  return found;
}
