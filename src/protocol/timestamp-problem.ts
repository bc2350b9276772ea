import { impossibleValues } from './timestamp-values.js';

/** The ways in which a text can fail to be a timestamp. */
export type TimestampProblemKind =
  /** `2024-03-19T11:46:16` */
  | 'missing-offset'
  /** A space, a lower-case t, an underscore or nothing between date and time. */
  | 'separator'
  /** `2024-03-19T04:46:16z` */
  | 'lower-case-z'
  /** `+0700`, `+07`, `+7:00`. */
  | 'short-offset'
  /** Date only, time only, no minutes, no seconds. */
  | 'incomplete'
  /** Seconds or milliseconds since 1970. */
  | 'epoch'
  /** RFC 1123, slashes, two-digit years, week and ordinal dates, the basic format of ISO 8601. */
  | 'other-notation'
  /** Month 13, day 00, 30 February, 29 February outside leap years. */
  | 'impossible-date'
  /** Hour 24, minute 60, second 60. */
  | 'impossible-time'
  /** More than 14:00 either way, or a minute above 59. */
  | 'impossible-offset'
  /** `11:46:16,123` */
  | 'comma-fraction'
  /** A fraction that doesn't have exactly three digits. */
  | 'fraction-digits'
  /** A valid timestamp with something before or after it. */
  | 'surrounding-text'
  /** Anything else: empty, no digits, over-long. */
  | 'garbage';

/** What is wrong with a text that should be a timestamp; `detail` says it precisely, in words. */
export interface TimestampProblem {
  kind: TimestampProblemKind;
  detail: string;
}

/** The longest form has 29 characters; no mistake of a formatter makes it longer than this. */
const maxLength = 128;

// All patterns run over at most 128 characters, and none has nested repetition.
const embedded = /(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d{3})?(Z|[+-]\d{2}:\d{2})/;
const dateAndTime = /^(\d{4}-\d{2}-\d{2})(\D{0,3})(\d{2}:\d{2}:\d{2})(?:([.,])(\d*))?(\D[\s\S]*)?$/;
const zone = String.raw`(?:[Zz]|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?`;

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text).slice(1, -1);
}

interface Notation {
  pattern: RegExp;
  kind: TimestampProblemKind;
  detail: string;
}

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';

/** The first that matches names the problem. All are known mistakes of formatters and people. */
const notations: readonly Notation[] = [
  {
    pattern: /^(?:\d{8}|\d{14}|\d{17})$/,
    kind: 'other-notation',
    detail: 'the parts stand together without separators',
  },
  { pattern: /^-?\d{13}(?:\.\d+)?$/, kind: 'epoch', detail: 'milliseconds since 1970' },
  { pattern: /^-?\d{9,10}(?:\.\d+)?$/, kind: 'epoch', detail: 'seconds since 1970' },
  { pattern: /^-?\d+$/, kind: 'epoch', detail: 'a number, as of time units since 1970' },
  { pattern: /^\d{4}-\d{2}$/, kind: 'incomplete', detail: 'year and month only' },
  { pattern: /^\d{4}-\d{2}T\d{2}:\d{2}/, kind: 'incomplete', detail: 'the day is missing' },
  {
    pattern: new RegExp(`^\\d{4}-\\d{2}-\\d{2}T?${zone}$`),
    kind: 'incomplete',
    detail: 'the date only',
  },
  {
    pattern: new RegExp(`^T?\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d*)?)?${zone}$`),
    kind: 'incomplete',
    detail: 'the time only',
  },
  {
    pattern: new RegExp(`^\\d{4}-\\d{2}-\\d{2}\\D{0,3}\\d{2}:\\d{2}:?${zone}$`),
    kind: 'incomplete',
    detail: 'the seconds are missing',
  },
  {
    pattern: new RegExp(`^\\d{4}-\\d{2}-\\d{2}\\D{0,3}\\d{2}:?${zone}$`),
    kind: 'incomplete',
    detail: 'the minutes are missing',
  },
  {
    pattern: new RegExp(
      `^(?:${weekday}[a-z]{0,6},? )?(?:\\d{1,2}[ -]${month}|${month}[a-z]{0,6} +\\d{1,2})`,
      'i',
    ),
    kind: 'other-notation',
    detail: 'the month is a word',
  },
  {
    pattern: /^\d{1,4}\/\d{1,2}\/\d{1,4}/,
    kind: 'other-notation',
    detail: 'slashes in the date',
  },
  { pattern: /^\d{1,4}\.\d{1,2}\.\d{1,4}/, kind: 'other-notation', detail: 'dots in the date' },
  {
    pattern: /^\d{1,2}-\d{1,2}-\d{4}/,
    kind: 'other-notation',
    detail: 'the year stands last in the date',
  },
  { pattern: /^\d{2}-\d{2}-\d{2}/, kind: 'other-notation', detail: 'the year has two digits' },
  {
    pattern: /^[+-]\d{6}-\d{2}-\d{2}/,
    kind: 'other-notation',
    detail: 'the year has a sign and six digits',
  },
  { pattern: /^\d{4}-?W\d{2}/, kind: 'other-notation', detail: 'a week date' },
  { pattern: /^(?:\d{4}-\d{3}|\d{7})(?!\d)/, kind: 'other-notation', detail: 'an ordinal date' },
  {
    pattern: /^(?:\d{8}[T ]?\d{2}|\d{4}-\d{2}-\d{2}[T ]?\d{6})/,
    kind: 'other-notation',
    detail: 'the parts stand together without separators',
  },
  {
    pattern:
      /^(?!\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{1,2}:\d{1,2}/,
    kind: 'other-notation',
    detail: 'a part of it lacks its leading zero',
  },
];

function separatorDetail(separator: string): string {
  if (separator === '') return 'nothing stands between date and time';
  if (separator === ' ') return 'a space stands between date and time';
  return `"${shown(separator)}" stands between date and time`;
}

function zoneProblem(text: string): TimestampProblem | undefined {
  if (text === '') return { kind: 'missing-offset', detail: 'no offset follows the time' };
  if (text === 'Z' || /^[+-]\d{2}:\d{2}$/.test(text)) return undefined;
  if (text === 'z') return { kind: 'lower-case-z', detail: 'the z is in lower case' };
  if (/^[+-]\d{4}$/.test(text)) {
    return { kind: 'short-offset', detail: `the offset lacks its colon: ${text}` };
  }
  if (/^[+-]\d{1,2}$/.test(text)) {
    return { kind: 'short-offset', detail: `the offset lacks its minutes: ${text}` };
  }
  if (/^[+-](?:\d{3}|\d{0,2}:\d{0,2})?$/.test(text)) {
    return { kind: 'short-offset', detail: `the offset lacks a digit: ${text}` };
  }
  if (/^ ?[A-Za-z][A-Za-z/_]+$/.test(text)) {
    return { kind: 'other-notation', detail: `a name in place of the offset: ${shown(text)}` };
  }
  return { kind: 'garbage', detail: `not an offset: "${shown(text)}"` };
}

/** The problems of a text that has at least a date and a time, in the order of the text. */
function problemsOfParts(text: string): TimestampProblem[] {
  const [, date, separator, time, mark, digits = '', offset = ''] = dateAndTime.exec(text) ?? [];
  if (date === undefined || separator === undefined || time === undefined) return [];
  const problems: TimestampProblem[] = [];
  if (separator !== 'T') {
    problems.push({ kind: 'separator', detail: separatorDetail(separator) });
  }
  if (mark === ',') {
    problems.push({ kind: 'comma-fraction', detail: `a comma before the fraction: ,${digits}` });
  } else if (mark === '.' && digits.length !== 3) {
    const count = digits.length === 1 ? '1 digit' : `${digits.length} digits`;
    problems.push({ kind: 'fraction-digits', detail: `the fraction has ${count}` });
  }
  const wrongZone = zoneProblem(offset);
  if (wrongZone?.kind === 'garbage') return [wrongZone];
  if (wrongZone) problems.push(wrongZone);
  // A malformed zone is already listed, and its values can't be read from fixed positions.
  return [...problems, ...impossibleValues(date, time, wrongZone ? 'Z' : offset)];
}

function aroundDetail(before: string, after: string): string {
  const parts = [];
  if (before !== '') parts.push(`"${shown(before)}" before the timestamp`);
  if (after !== '') parts.push(`"${shown(after)}" after the timestamp`);
  return parts.join(' and ');
}

function embeddedProblem(text: string): TimestampProblem | undefined {
  const match = embedded.exec(text);
  const [whole, date, time, offset] = match ?? [];
  if (!match || !whole || !date || !time || !offset || whole === text) return undefined;
  if (impossibleValues(date, time, offset).length > 0) return undefined;
  const after = text.slice(match.index + whole.length);
  return { kind: 'surrounding-text', detail: aroundDetail(text.slice(0, match.index), after) };
}

function foreignProblem(text: string): TimestampProblem | undefined {
  const code = /[^\x20-\x7e]/u.exec(text)?.[0].codePointAt(0);
  if (code === undefined) return undefined;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { kind: 'garbage', detail: `a character that no timestamp has: ${name}` };
}

/**
 * Says why a text isn't a timestamp. If it has several problems, `kind` is that of the first and
 * `detail` names them all.
 *
 * @param text anything but a valid timestamp
 */
export function timestampProblem(text: string): TimestampProblem {
  if (text === '') return { kind: 'garbage', detail: 'empty' };
  if (text.length > maxLength) return { kind: 'garbage', detail: `${text.length} characters long` };
  const surrounded = embeddedProblem(text);
  if (surrounded) return surrounded;
  const [first, ...rest] = problemsOfParts(text);
  if (first) {
    return { kind: first.kind, detail: [first, ...rest].map((each) => each.detail).join('; ') };
  }
  const foreign = foreignProblem(text);
  if (foreign) return foreign;
  const notation = notations.find(({ pattern }) => pattern.test(text));
  if (notation) return { kind: notation.kind, detail: notation.detail };
  const detail = /\d/.test(text) ? `not a timestamp: "${shown(text)}"` : 'no digits';
  return { kind: 'garbage', detail };
}
