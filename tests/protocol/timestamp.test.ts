import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatTimestamp,
  parseTimestamp,
  type TimestampForm,
  type WrittenForm,
} from '../../src/protocol/timestamp.js';

const forms: WrittenForm[] = ['offset', 'utc', 'offset-millis', 'utc-millis'];
const anyForm = fc.constantFrom(...forms);
const anyOffset = fc.integer({ min: -840, max: 840 });
const anyInstant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2200, 11, 31) });

const hasMillis = (form: TimestampForm) => form.endsWith('millis');
const isUtc = (form: TimestampForm) => form.startsWith('utc');

describe('parseTimestamp', () => {
  const instant = Date.UTC(2024, 2, 19, 4, 46, 16);

  it.each([
    ['2024-03-19T11:46:16+07:00', 'offset', instant, 420],
    ['2024-03-19T04:46:16Z', 'utc', instant, 0],
    ['2024-03-19T11:46:16.123+07:00', 'offset-millis', instant + 123, 420],
    ['2024-03-19T04:46:16.009Z', 'utc-millis', instant + 9, 0],
    ['2024-03-19T04:46:16+00:00', 'offset', instant, 0],
    ['2024-03-18T23:16:16-05:30', 'offset', instant, -330],
    ['2024-03-19T18:46:16+14:00', 'offset', instant, 840],
    ['2024-03-18T14:46:16-14:00', 'offset', instant, -840],
    ['0000-02-29T00:00:00Z', 'utc', -62162121600000, 0],
    ['0099-12-31T23:59:59Z', 'utc', -59011459201000, 0],
    ['9999-12-31T23:59:59Z', 'utc', 253402300799000, 0],
  ])('reads %s', (text, form, expected, offsetMinutes) => {
    expect(parseTimestamp(text)).toEqual({ ok: true, form, instant: expected, offsetMinutes });
  });

  it("reads a time without an offset as Jakarta's if a document has that form, and else not", () => {
    expect(parseTimestamp('2024-03-19T11:46:16', ['local'])).toEqual({
      ...{ ok: true, form: 'local', instant, offsetMinutes: 420 },
    });
    expect(parseTimestamp('2024-03-19T11:46:16.939', ['local-millis'])).toEqual({
      ...{ ok: true, form: 'local-millis', instant: instant + 939, offsetMinutes: 420 },
    });
    const unread: [string, TimestampForm[], string][] = [
      ['2024-03-19T11:46:16', [], 'missing-offset'],
      ['2024-03-19T11:46:16', ['local-millis', 'jakarta'], 'missing-offset'],
      ['2024-02-30T11:46:16', ['local'], 'impossible-date'],
    ];
    for (const [text, given, kind] of unread)
      expect(parseTimestamp(text, given)).toMatchObject({ ok: false, problem: { kind } });
  });

  it('reads -00:00 as UTC, and not as minus zero', () => {
    const parsed = parseTimestamp('2024-03-19T04:46:16-00:00');
    expect(parsed).toStrictEqual({ ok: true, form: 'offset', instant, offsetMinutes: 0 });
  });

  it.each([
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2400-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2100-02-29', false],
    ['2024-02-30', false],
    ['2024-04-30', true],
    ['2024-04-31', false],
    ['2024-12-31', true],
  ])('knows whether %s exists: %s', (date, exists) => {
    expect(parseTimestamp(`${date}T00:00:00Z`).ok).toBe(exists);
  });

  it('agrees with the calendar of Date on every day of four centuries and every short month', () => {
    const day = fc.tuple(
      fc.integer({ min: 1900, max: 2299 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    );
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const rolled = new Date(Date.UTC(year, month - 1, date));
        const exists = rolled.getUTCMonth() === month - 1;
        expect(parseTimestamp(`${year}-${two(month)}-${two(date)}T12:00:00Z`).ok).toBe(exists);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers for any text, and takes none that Date reads otherwise', () => {
    const alphabet = fc.constantFrom(...'0123456789-:T.Z+ zt,/W'.split(''), '\u0661', '\n');
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: alphabet, maxLength: 40 }),
    );
    fc.assert(
      fc.property(any, (text) => {
        const parsed = parseTimestamp(text);
        if (parsed.ok) expect(parsed.instant).toBe(Date.parse(text));
        else expect(parsed.problem.detail).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a valid timestamp with one character changed, unless that is valid too', () => {
    const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)$/;
    fc.assert(
      fc.property(
        anyInstant,
        anyForm,
        fc.nat(28),
        fc.string({ unit: 'binary', maxLength: 2 }),
        (at, form, place, replacement) => {
          const text = formatTimestamp(at, form);
          const changed = text.slice(0, place) + replacement + text.slice(place + 1);
          const parsed = parseTimestamp(changed);
          if (parsed.ok) expect(changed).toMatch(shape);
          if (!shape.test(changed)) expect(parsed.ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('formatTimestamp', () => {
  const instant = Date.UTC(2024, 2, 19, 4, 46, 16, 7);

  it.each([
    ['offset', undefined, '2024-03-19T11:46:16+07:00'],
    ['offset-millis', undefined, '2024-03-19T11:46:16.007+07:00'],
    ['utc', undefined, '2024-03-19T04:46:16Z'],
    ['utc-millis', undefined, '2024-03-19T04:46:16.007Z'],
    ['utc', 420, '2024-03-19T04:46:16Z'],
    ['offset', 0, '2024-03-19T04:46:16+00:00'],
    ['offset', -570, '2024-03-18T19:16:16-09:30'],
    ['offset', -30, '2024-03-19T04:16:16-00:30'],
    ['jakarta', 0, '2024-03-19T11:46:16+07:00'],
    ['jakarta-millis', undefined, '2024-03-19T11:46:16.007+07:00'],
    ['local', undefined, '2024-03-19T11:46:16'],
    ['local-millis', 0, '2024-03-19T11:46:16.007'],
  ] as const)('writes %s at %s as %s', (form, offset, text) => {
    expect(formatTimestamp(instant, form, offset)).toBe(text);
  });

  it('is read back as what was written, and Date reads the same instant', () => {
    fc.assert(
      fc.property(anyInstant, anyForm, anyOffset, (at, form, offset) => {
        const text = formatTimestamp(at, form, offset);
        const written = hasMillis(form) ? at : Math.floor(at / 1000) * 1000;
        const offsetMinutes = isUtc(form) ? 0 : offset;
        expect(parseTimestamp(text)).toEqual({ ok: true, form, instant: written, offsetMinutes });
        expect(Date.parse(text)).toBe(written);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([841, -841, 0.5, Number.NaN])('refuses the offset %s', (offset) => {
    expect(() => formatTimestamp(0, 'offset', offset)).toThrow(/from -840 to 840/);
  });

  it.each([Date.UTC(10000, 0, 1), Date.UTC(-1, 11, 31), Number.NaN, 9e15])(
    'refuses the instant %s',
    (at) => {
      expect(() => formatTimestamp(at, 'utc')).toThrow(RangeError);
    },
  );

  it('judges the year as it is written, not as it is in UTC', () => {
    const lastHour = Date.UTC(9999, 11, 31, 23);
    expect(formatTimestamp(lastHour, 'utc')).toBe('9999-12-31T23:00:00Z');
    expect(() => formatTimestamp(lastHour, 'offset')).toThrow(/four digits/);
  });
});
