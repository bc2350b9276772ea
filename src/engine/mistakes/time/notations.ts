import type { MistakeId } from '../catalogue/catalogue.js';
import { escapesInLowerCase, percentDecoded, rfc3986 } from '../percent.js';
import { type Moment, writeMoment } from './moment.js';

type Notation = readonly [MistakeId, (moment: Moment, text: string) => string | undefined];

const instant = ({ local, offset, fraction }: Moment) =>
  local - offset * 60_000 + Math.floor(Number(`0${fraction || '.0'}`) * 1000);
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const month = (m: Moment) => months[new Date(m.local).getUTCMonth()] ?? '';
const day = (m: Moment) => days[new Date(m.local).getUTCDay()] ?? '';
const clock = (m: Moment) => `${m.hour}:${m.minute}:${m.second}`;
const flat = (m: Moment) => m.zone.replace(':', '');

const arabic = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

/** A timestamp in another notation altogether, or as something made it on its way into the text. */
export const notations: readonly Notation[] = [
  ['time/epoch-seconds', (m) => String(Math.floor(instant(m) / 1000))],
  ['time/epoch-milliseconds', (m) => String(instant(m))],
  ['time/epoch-seconds', (m) => (instant(m) / 1000).toFixed(1)],
  ['time/epoch-milliseconds', (m) => `${instant(m)}000000`],
  ['time/epoch-seconds', (m) => String(Math.floor(m.local / 1000))],
  ['time/epoch-milliseconds', (m) => String(m.local)],
  ['time/compact', (m) => `${m.year}${m.month}${m.day}${m.hour}${m.minute}${m.second}`],
  ['time/compact', (m) => `${m.year}${m.month}${m.day}T${m.hour}${m.minute}${m.second}${m.zone}`],
  ['time/compact', (m) => `${m.year}${m.month}${m.day}T${m.hour}${m.minute}${m.second}${flat(m)}`],
  ['time/compact', (m) => `${m.year}${m.month}${m.day}T${m.hour}${m.minute}${m.second}`],
  ['time/compact', (m) => `${m.year}${m.month}${m.day}${m.hour}${m.minute}${m.second}000`],
  ['time/date-only', (m) => `${m.year}-${m.month}-${m.day}`],
  ['time/date-only', (m) => `${m.year}${m.month}${m.day}`],
  ['time/no-seconds', (m) => `${m.year}-${m.month}-${m.day}T${m.hour}:${m.minute}${m.zone}`],
  ['time/slashes', (m) => `${m.year}/${m.month}/${m.day} ${clock(m)}`],
  ['time/slashes', (m) => `${m.year}/${m.month}/${m.day}T${clock(m)}${m.zone}`],
  ['time/day-month-year', (m) => `${m.day}-${m.month}-${m.year}T${clock(m)}${m.zone}`],
  ['time/day-month-year', (m) => `${m.day}-${m.month}-${m.year} ${clock(m)}`],
  ['time/day-month-year', (m) => `${m.day}/${m.month}/${m.year} ${clock(m)}`],
  ['time/day-month-year', (m) => `${m.month}/${m.day}/${m.year} ${clock(m)}`],
  ['time/http-date', (m) => new Date(instant(m)).toUTCString()],
  ['time/http-date', (m) => `${day(m)}, ${m.day} ${month(m)} ${m.year} ${clock(m)} ${flat(m)}`],
  ['time/language-default', (m) => `${day(m)} ${month(m)} ${m.day} ${clock(m)} WIB ${m.year}`],
  [
    'time/language-default',
    (m) =>
      `${day(m)} ${month(m)} ${m.day} ${m.year} ${clock(m)} GMT${flat(m)} (Western Indonesia Time)`,
  ],
  [
    'time/language-default',
    (m) => `${day(m)} ${month(m)} ${m.day} ${m.year} ${clock(m)} GMT${flat(m)}`,
  ],
  ['time/language-default', (m) => `${m.year}-${m.month}-${m.day} ${clock(m)} ${flat(m)} WIB`],
  ['time/language-default', (m) => `${m.year}-${m.month}-${m.day} ${clock(m)} ${flat(m)}`],
  [
    'time/language-default',
    (m) => `${Number(m.day)}/${Number(m.month)}/${m.year}, ${clock(m).replaceAll(':', '.')}`,
  ],
  ['time/language-default', (m) => `${Number(m.month)}/${Number(m.day)}/${m.year}, ${english(m)}`],
  ['time/language-default', (m) => `${Number(m.month)}/${Number(m.day)}/${m.year} ${english(m)}`],
  [
    'time/language-default',
    (m) =>
      `${m.year}-${m.month}-${m.day}T${half(m)}:${m.minute}:${m.second} ${Number(m.hour) < 12 ? 'AM' : 'PM'}`,
  ],
  [
    'time/time-dots',
    (m) => `${m.year}-${m.month}-${m.day}T${clock(m).replaceAll(':', '.')}${m.zone}`,
  ],
  [
    'time/time-dots',
    (m) => `${m.year}-${m.month}-${m.day}T${clock(m).replaceAll(':', '')}${m.zone}`,
  ],
  ['time/arabic-digits', (_, text) => arabic(text, 0x660)],
  ['time/arabic-digits', (_, text) => arabic(text, 0x6f0)],
  ['time/arabic-digits', (m) => arabic(writeMoment({ ...m, zone: '' }), 0x660) + m.zone],
  ['time/arabic-digits', (m) => arabic(writeMoment({ ...m, zone: '' }), 0x6f0) + m.zone],
];

const english = (m: Moment) =>
  `${Number(half(m))}:${m.minute}:${m.second} ${Number(m.hour) < 12 ? 'AM' : 'PM'}`;

function half({ hour }: Moment): string {
  return String(Number(hour) % 12 || 12).padStart(2, '0');
}

/** What happens to a text on its way into the string-to-sign, whatever it says. */
export const textDamages: readonly (readonly [MistakeId, (text: string) => string])[] = [
  ['time/trimmed', (text) => text.trim()],
  ['time/percent-encoded', rfc3986],
  ['time/percent-encoded', (text) => rfc3986(text).replace(/%3A/g, ':')],
  ['time/percent-encoded', (text) => escapesInLowerCase(rfc3986(text))],
  ['time/percent-decoded', (text) => percentDecoded(text) ?? text],
  ['time/plus-restored', (text) => text.replace(/ (?=\d\d:?\d\d$)/, '+')],
  ['time/plus-lost', (text) => text.replace('+', ' ')],
  ['time/quoted', (text) => `"${text}"`],
  ['time/quoted', (text) => `'${text}'`],
  ['time/unquoted', (text) => text.replace(/^["']|["']$/g, '')],
  ['time/white-space', (text) => `${text}\n`],
  ['time/white-space', (text) => `${text}\r\n`],
  ['time/white-space', (text) => `${text} `],
  ['time/white-space', (text) => ` ${text}`],
  ['time/escaped', (text) => text.replace('+', '\\u002B')],
  ['time/escaped', (text) => text.replace('+', '\\u002b')],
  ['time/escaped', (text) => text.replace('+', '&#43;')],
  ['time/undefined', () => 'undefined'],
  ['time/undefined', () => 'null'],
  ['time/undefined', () => 'None'],
  ['time/undefined', () => 'Invalid Date'],
  ['time/undefined', () => 'Invalid date'],
  ['time/undefined', () => 'NaN'],
  ['time/undefined', () => '{}'],
  ['time/undefined', () => '[object Object]'],
  ['time/empty', () => ''],
];
