import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatTimestamp,
  parseTimestamp,
  type TimestampForm,
  type TimestampProblemKind,
} from '../../src/protocol/timestamp.js';

function problemOf(text: string): { kind: TimestampProblemKind; detail: string } {
  const parsed = parseTimestamp(text);
  if (parsed.ok) throw new Error(`${text} was read`);
  return parsed.problem;
}

type Example = readonly [text: string, detail: string];

const examples: Record<TimestampProblemKind, readonly Example[]> = {
  'missing-offset': [
    ['2024-03-19T11:46:16', 'no offset follows the time'],
    ['2024-03-19T11:46:16.123', 'no offset follows the time'],
  ],
  separator: [
    ['2024-03-19 11:46:16+07:00', 'a space stands between date and time'],
    ['2024-03-19t11:46:16+07:00', '"t" stands between date and time'],
    ['2024-03-19_11:46:16Z', '"_" stands between date and time'],
    ['2024-03-1911:46:16+07:00', 'nothing stands between date and time'],
    ['2024-03-19+11:46:16+07:00', '"+" stands between date and time'],
    ['2024-03-19 11:46:16', 'a space stands between date and time; no offset follows the time'],
  ],
  'lower-case-z': [
    ['2024-03-19T04:46:16z', 'the z is in lower case'],
    ['2024-03-19T04:46:16.123z', 'the z is in lower case'],
  ],
  'short-offset': [
    ['2024-03-19T11:46:16+0700', 'the offset lacks its colon: +0700'],
    ['2024-03-19T11:46:16.123-0500', 'the offset lacks its colon: -0500'],
    ['2024-03-19T11:46:16+07', 'the offset lacks its minutes: +07'],
    ['2024-03-19T11:46:16+7', 'the offset lacks its minutes: +7'],
    ['2024-03-19T11:46:16+7:00', 'the offset lacks a digit: +7:00'],
    ['2024-03-19T11:46:16+07:0', 'the offset lacks a digit: +07:0'],
    ['2024-03-19T11:46:16+', 'the offset lacks a digit: +'],
  ],
  incomplete: [
    ['2024-03-19', 'the date only'],
    ['2024-03-19+07:00', 'the date only'],
    ['2024-03', 'year and month only'],
    ['11:46:16', 'the time only'],
    ['11:46:16.123+07:00', 'the time only'],
    ['T11:46Z', 'the time only'],
    ['2024-03-19T11:46+07:00', 'the seconds are missing'],
    ['2024-03-19T11:46', 'the seconds are missing'],
    ['2024-03-19T11+07:00', 'the minutes are missing'],
    ['2024-03-19T11Z', 'the minutes are missing'],
  ],
  epoch: [
    ['1710823576', 'seconds since 1970'],
    ['1710823576.25', 'seconds since 1970'],
    ['1710823576123', 'milliseconds since 1970'],
    ['-1710823576', 'seconds since 1970'],
    ['0', 'a number, as of time units since 1970'],
    ['1710823576123456', 'a number, as of time units since 1970'],
  ],
  'other-notation': [
    ['Tue, 19 Mar 2024 04:46:16 GMT', 'the month is a word'],
    ['Tuesday, 19-Mar-24 04:46:16 GMT', 'the month is a word'],
    ['Tue Mar 19 2024 11:46:16 GMT+0700 (Western Indonesia Time)', 'the month is a word'],
    ['19 Mar 2024 11:46:16 +0700', 'the month is a word'],
    ['2024/03/19T11:46:16+07:00', 'slashes in the date'],
    ['19/03/2024 11:46:16', 'slashes in the date'],
    ['19.03.2024 11:46:16', 'dots in the date'],
    ['19-03-2024T11:46:16+07:00', 'the year stands last in the date'],
    ['24-03-19T11:46:16+07:00', 'the year has two digits'],
    ['+002024-03-19T11:46:16', 'the year has a sign and six digits'],
    ['2024-W12-2T11:46:16+07:00', 'a week date'],
    ['2024W122T114616Z', 'a week date'],
    ['2024-079T11:46:16+07:00', 'an ordinal date'],
    ['2024079T114616Z', 'an ordinal date'],
    ['20240319T114616Z', 'the parts stand together without separators'],
    ['20240319T114616+0700', 'the parts stand together without separators'],
    ['20240319', 'the parts stand together without separators'],
    ['20240319114616', 'the parts stand together without separators'],
    ['2024-03-19T114616Z', 'the parts stand together without separators'],
    ['2024-3-19T11:46:16+07:00', 'a part of it lacks its leading zero'],
    ['2024-03-19T1:46:16+07:00', 'a part of it lacks its leading zero'],
    ['2024-03-19T11:46:16 WIB', 'a name in place of the offset:  WIB'],
    ['2024-03-19T11:46:16Asia/Jakarta', 'a name in place of the offset: Asia/Jakarta'],
  ],
  'impossible-date': [
    ['2024-00-19T11:46:16+07:00', 'month 00'],
    ['2024-13-19T11:46:16+07:00', 'month 13'],
    ['2024-03-00T11:46:16+07:00', 'day 00'],
    ['2024-03-32T11:46:16Z', 'day 32'],
    ['2024-02-30T11:46:16Z', '30 February'],
    ['2024-04-31T11:46:16.123Z', '31 April'],
    ['2023-02-29T11:46:16Z', '29 February 2023, which is not a leap year'],
    ['1900-02-29T11:46:16Z', '29 February 1900, which is not a leap year'],
  ],
  'impossible-time': [
    ['2024-03-19T24:00:00+07:00', 'hour 24'],
    ['2024-03-19T25:46:16+07:00', 'hour 25'],
    ['2024-03-19T11:60:16+07:00', 'minute 60'],
    ['2024-03-19T11:46:60+07:00', 'second 60'],
    ['2016-12-31T23:59:60Z', 'second 60'],
    ['2024-03-19T11:46:61.000Z', 'second 61'],
  ],
  'impossible-offset': [
    ['2024-03-19T11:46:16+14:01', 'offset +14:01, beyond 14:00'],
    ['2024-03-19T11:46:16-14:01', 'offset -14:01, beyond 14:00'],
    ['2024-03-19T11:46:16+15:00', 'offset +15:00, beyond 14:00'],
    ['2024-03-19T11:46:16+99:00', 'offset +99:00, beyond 14:00'],
    ['2024-03-19T11:46:16+07:60', 'offset minute 60'],
    ['2024-03-19T11:46:16.123-00:99', 'offset minute 99'],
  ],
  'comma-fraction': [
    ['2024-03-19T11:46:16,123+07:00', 'a comma before the fraction: ,123'],
    ['2024-03-19T11:46:16,1Z', 'a comma before the fraction: ,1'],
  ],
  'fraction-digits': [
    ['2024-03-19T11:46:16.1+07:00', 'the fraction has 1 digit'],
    ['2024-03-19T11:46:16.12Z', 'the fraction has 2 digits'],
    ['2024-03-19T11:46:16.123456Z', 'the fraction has 6 digits'],
    ['2024-03-19T11:46:16.Z', 'the fraction has 0 digits'],
  ],
  'surrounding-text': [
    [' 2024-03-19T11:46:16+07:00', '" " before the timestamp'],
    ['2024-03-19T11:46:16+07:00\n', String.raw`"\n" after the timestamp`],
    ['x2024-03-19T11:46:16Zy', '"x" before the timestamp and "y" after the timestamp'],
    ['2024-03-19T11:46:16+07:00[Asia/Jakarta]', '"[Asia/Jakarta]" after the timestamp'],
    ['2024-03-19T11:46:16+07:00:00', '":00" after the timestamp'],
    [
      '"2024-03-19T11:46:16.123Z"',
      String.raw`"\"" before the timestamp and "\"" after the timestamp`,
    ],
  ],
  garbage: [
    ['', 'empty'],
    ['now', 'no digits'],
    ['yyyy-MM-ddTHH:mm:ssTZD', 'no digits'],
    ['12:34x', 'not a timestamp: "12:34x"'],
    ['2024-03-19T11:46:16 07:00', 'not an offset: " 07:00"'],
    ['2024-03-19T11:46:16+07000', 'not an offset: "+07000"'],
    ['٢٠٢٤-03-19T11:46:16Z', 'a character that no timestamp has: U+0662'],
    ['2024-03-19T11:46:1６Z', 'a character that no timestamp has: U+FF16'],
    ['2024-03-19T11:46:16Z'.repeat(7), '140 characters long'],
    ['1'.repeat(4096), '4096 characters long'],
    ['\u{1F550}', 'a character that no timestamp has: U+1F550'],
  ],
};

describe.each(Object.entries(examples))('%s', (kind, texts) => {
  it.each(texts)('%j: %s', (text, detail) => {
    expect(problemOf(text)).toEqual({ kind, detail });
  });
});

describe('every valid timestamp', () => {
  const anyText = fc
    .tuple(
      fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) }),
      fc.constantFrom<TimestampForm>('offset', 'utc', 'offset-millis', 'utc-millis'),
      fc.integer({ min: -840, max: 840 }),
    )
    .map(([instant, form, offset]) => formatTimestamp(instant, form, offset));

  const spoilt: [string, TimestampProblemKind, (text: string) => string][] = [
    ['without its offset', 'missing-offset', (text) => text.replace(/(Z|[+-]..:..)$/, '')],
    ['with a space for T', 'separator', (text) => text.replace('T', ' ')],
    ['with a lower-case z', 'lower-case-z', (text) => text.replace(/(Z|[+-]..:..)$/, 'z')],
    ['with +0700', 'short-offset', (text) => text.replace(/(Z|[+-]..:..)$/, '+0700')],
    ['with month 13', 'impossible-date', (text) => text.replace(/-\d\d-/, '-13-')],
    ['at hour 24', 'impossible-time', (text) => text.replace(/T\d\d/, 'T24')],
    ['at +14:01', 'impossible-offset', (text) => text.replace(/(Z|[+-]..:..)$/, '+14:01')],
    ['with a comma', 'comma-fraction', (text) => text.replace(/(T.{8})(\.\d+)?/, '$1,5')],
    [
      'with microseconds',
      'fraction-digits',
      (text) => text.replace(/(T.{8})(\.\d+)?/, '$1.123456'),
    ],
    ['with a space after it', 'surrounding-text', (text) => `${text} `],
  ];

  it.each(spoilt)('%s is %s', (_title, kind, spoil) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(problemOf(spoil(text)).kind).toBe(kind);
      }),
    );
  });

  it('is found within any other text that fits beside it', () => {
    const beside = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(anyText, beside, beside, (text, before, after) => {
        fc.pre(before !== '' || after !== '');
        expect(problemOf(before + text + after).kind).toBe('surrounding-text');
      }),
    );
  });

  it('printed as RFC 1123 is another notation', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(problemOf(new Date(text).toUTCString()).kind).toBe('other-notation');
      }),
    );
  });
});
