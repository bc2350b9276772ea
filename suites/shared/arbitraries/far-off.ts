import fc from 'fast-check';

const hour = 3600;
const day = 24 * hour;
const year = 365 * day;

/** Seconds to either side of a round distance: more than two clocks differ by, less than a window is long. */
const aside = 31;

/**
 * Distances from the present, from a day to about a year, in seconds. None is a whole number of hours. Whoever looks
 * at one part of an interval alone, as the seconds within the day or the minutes within the hour, takes those that lie
 * near such a number.
 */
export const farOff: fc.Arbitrary<number> = fc
  .oneof(
    fc.integer({ min: day + aside, max: year }),
    near(day, { min: 1, max: 365 }),
    near(hour, { min: 24, max: 365 * 24 }),
  )
  .filter((seconds) => seconds >= day + aside && seconds % hour !== 0);

function near(unit: number, count: { min: number; max: number }): fc.Arbitrary<number> {
  return fc
    .tuple(fc.integer(count), fc.integer({ min: -aside, max: aside }))
    .map(([units, seconds]) => units * unit + seconds);
}

/**
 * The first is within every limit of one day or 24 hours from which a division drops the rest, besides being near a
 * whole day and a whole hour.
 */
export const farOffExamples: readonly number[] = [
  day + aside,
  // What remains of a negative interval counts from the day before.
  2 * day - aside,
  25 * hour + aside,
  36 * hour + 17 * 60 + 5,
  7 * day + aside,
  30 * day + aside,
  31 * day + aside,
  year + aside,
  // Past the 32 bits of seconds that end in January 2038, and before the epoch.
  20 * year + aside,
  60 * year + aside,
];
