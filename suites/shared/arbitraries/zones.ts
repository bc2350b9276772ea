import fc from 'fast-check';
import { formatTimestamp, type TimestampForm } from '../../../src/protocol/timestamp.js';

/** Minutes east of UTC, or UTC itself written as Z. */
export type Zone = number | 'Z';

/** The offsets that are in use, -12:00 to +14:00, in minutes. */
export const quarterHours = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);

/** Every documented offset, -12:00 to +14:00, and Z, except what a document rules out for times written as `form`. */
export function anyZone(form: TimestampForm, reject: readonly TimestampForm[]): fc.Arbitrary<Zone> {
  const zones = [
    { weight: 4, arbitrary: quarterHours as fc.Arbitrary<Zone>, form: formIn(0, form) },
    { weight: 1, arbitrary: fc.constant('Z' as const), form: formIn('Z', form) },
  ];
  return fc.oneof(...zones.filter((zone) => !reject.includes(zone.form)));
}

/** Whole hours, eastern Indonesia first, and Z, except what a document rules out for times written as `form`. */
export function wholeHours(form: TimestampForm, reject: readonly TimestampForm[]): Zone[] {
  const hours = [9, 8, 10, 11, 12, 13, 14, ...Array.from({ length: 20 }, (_, index) => 7 - index)];
  const zones: Zone[] = [...hours.map((hour) => hour * 60), 'Z'];
  return zones.filter((zone) => !reject.includes(formIn(zone, form)));
}

/**
 * The zones that servers get wrong, of those that {@link anyZone} has: Indonesia's others, UTC in both spellings, parts
 * of an hour, and either end of the world.
 */
export function zoneExamples(form: TimestampForm, reject: readonly TimestampForm[]): Zone[] {
  const zones: Zone[] = [480, 'Z', 540, 0, 330, -210, 345, -480, 840, -720];
  return zones.filter((zone) => !reject.includes(formIn(zone, form)));
}

/** An instant in a zone, with milliseconds when `form` has them. */
export function inZone(instant: number, zone: Zone, form: TimestampForm): string {
  const own = formIn(zone, form);
  return zone === 'Z' ? formatTimestamp(instant, own) : formatTimestamp(instant, own, zone);
}

function formIn(zone: Zone, form: TimestampForm): TimestampForm {
  const millis = form.endsWith('-millis');
  if (zone === 'Z') return millis ? 'utc-millis' : 'utc';
  return millis ? 'offset-millis' : 'offset';
}
