/** A mistake in how the age of a timestamp is measured. */
export interface FreshnessMistake {
  name: string;
  title: string;
  /** True if the timestamp is fresh by this measure. Both instants in epoch milliseconds. */
  fresh(now: number, sent: number): boolean;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `timedelta.seconds` of Python: from 0 to 86399, since a negative interval is days below zero and seconds above. */
function timedeltaSeconds(interval: number): number {
  const days = Math.floor(interval / dayMs);
  return Math.floor((interval - days * dayMs) / secondMs);
}

/** `DateInterval::$i` of PHP, of `$now->diff($sent)`: the minutes beside years, months, days and hours, never negative. */
function diffMinutes(now: number, sent: number): number {
  return Math.floor(Math.abs(now - sent) / minuteMs) % 60;
}

/** A difference in whole units, whose rest is dropped, as `Duration.toDays()` and `diffInHours()` give it. */
function whole(unit: number, now: number, sent: number): number {
  return Math.trunc(Math.abs(now - sent) / unit);
}

/** How servers measure the age of a timestamp wrong, each meaning five minutes, or a day. */
export const freshnessMistakes: readonly FreshnessMistake[] = [
  {
    name: 'looks-at-seconds-of-age',
    title: 'looks at the seconds of a timedelta, which leave out its days',
    fresh: (now, sent) => timedeltaSeconds(Math.abs(now - sent)) <= 300,
  },
  {
    name: 'looks-at-minutes-of-age',
    title: 'looks at the minutes of a DateInterval, which leave out its hours and days',
    fresh: (now, sent) => diffMinutes(now, sent) <= 5,
  },
  {
    name: 'counts-whole-hours',
    title: 'refuses what is more than 24 hours off, in whole hours, so that a 25th is taken',
    fresh: (now, sent) => whole(hourMs, now, sent) <= 24,
  },
  {
    name: 'counts-whole-days',
    title: 'refuses what is more than a day off, in whole days, so that a second one is taken',
    fresh: (now, sent) => whole(dayMs, now, sent) <= 1,
  },
];

/** As the first of {@link freshnessMistakes}, without the absolute value: of the future, other instants seem fresh. */
export const signedSeconds: FreshnessMistake = {
  name: 'looks-at-seconds-since',
  title: 'subtracts the timestamp from the present and looks at the seconds of that timedelta',
  fresh: (now, sent) => timedeltaSeconds(now - sent) <= 300,
};
