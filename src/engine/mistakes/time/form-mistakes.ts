import type { MistakeId } from '../catalogue/catalogue.js';
import type { Change } from '../search/axes.js';
import { type Moment, withDigits } from './moment.js';

const minute = 60_000;

const change = (id: MistakeId, apply: Change<Moment>['apply']): Change<Moment> => ({
  mistakes: [{ id }],
  apply,
});

const numeric = (minutes: number) => {
  const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
};

/** The same instant in another zone. */
const moved =
  (minutes: number, zone = numeric(minutes)): Change<Moment>['apply'] =>
  (moment) => {
    if (minutes === moment.offset && zone !== 'Z') return undefined;
    const other = withDigits(moment, moment.local + (minutes - moment.offset) * minute);
    return other && { ...other, zone, offset: minutes };
  };

const zone =
  (write: (moment: Moment) => string): Change<Moment>['apply'] =>
  (moment) => ({ ...moment, zone: write(moment) });

const colon = ({ offset }: Moment) => numeric(offset);
const name = (offset: number) => ({ 420: 'WIB', 480: 'WITA', 540: 'WIT' })[offset] ?? 'UTC';

/** The zone written otherwise, or another zone for the same instant. */
export const zoneMistakes: readonly Change<Moment>[] = [
  change('time/utc-form', moved(0, 'Z')),
  change('time/iso-string', (moment) => {
    const utc = moved(0, 'Z')(moment);
    return utc && moment.fraction === '' ? { ...utc, fraction: '.000' } : undefined;
  }),
  change('time/other-offset', moved(420)),
  change('time/other-offset', moved(480)),
  change('time/other-offset', moved(540)),
  change('time/other-offset', moved(0)),
  change('time/offset-in-full', zone(colon)),
  change(
    'time/offset-without-colon',
    zone((m) => colon(m).replace(':', '')),
  ),
  change(
    'time/offset-without-minutes',
    zone((m) => colon(m).slice(0, 3)),
  ),
  change(
    'time/no-offset',
    zone(() => ''),
  ),
  change(
    'time/local-digits-as-utc',
    zone(() => 'Z'),
  ),
  change(
    'time/local-digits-as-utc',
    zone(() => '+00:00'),
  ),
  change(
    'time/other-offset-label',
    zone(() => '+07:00'),
  ),
  change(
    'time/other-offset-label',
    zone(() => '+08:00'),
  ),
  change(
    'time/other-offset-label',
    zone(() => '+09:00'),
  ),
  change(
    'time/plus-lost',
    zone((m) => colon(m).replace('+', ' ')),
  ),
  change(
    'time/plus-lost',
    zone((m) => colon(m).replace('+', '')),
  ),
  change(
    'time/offset-spaced',
    zone((m) => ` ${colon(m)}`),
  ),
  change(
    'time/offset-spaced',
    zone((m) => ` ${colon(m).replace(':', '')}`),
  ),
  change(
    'time/minus-for-plus',
    zone((m) => numeric(-m.offset)),
  ),
  ...['', ' '].flatMap((gap) => [
    change(
      'time/zone-name',
      zone((m) => gap + name(m.offset)),
    ),
    change(
      'time/zone-name',
      zone((m) => `${gap}GMT${colon(m)}`),
    ),
    change(
      'time/zone-name',
      zone((m) => `${gap}GMT+${m.offset / 60}`),
    ),
    change(
      'time/zone-name',
      zone((m) => `${gap}UTC+${m.offset / 60}`),
    ),
    change(
      'time/zone-name',
      zone(() => `${gap}Asia/Jakarta`),
    ),
  ]),
  change('time/zone-name', (m) => moved(0, 'UTC')(m)),
  change('time/zone-name', (m) => moved(0, ' UTC')(m)),
  change('time/zone-name', (m) => moved(0, 'GMT')(m)),
  change('time/zone-name', (m) => zone((x) => `${colon(x)}[Asia/Jakarta]`)(m)),
  change(
    'time/pattern-letter',
    zone(() => 'TZD'),
  ),
  change(
    'time/pattern-letter',
    zone(() => 'XXX'),
  ),
  change(
    'time/pattern-letter',
    zone(() => 'P'),
  ),
  change(
    'time/offset-unpadded',
    zone((m) => `+${m.offset / 60}`),
  ),
  change(
    'time/offset-unpadded',
    zone((m) => colon(m).replace('+0', '+')),
  ),
  change('time/lower-case-letters', (m) => ({
    ...m,
    zone: m.zone.toLowerCase(),
    separator: m.separator.toLowerCase(),
  })),
];

/** The fraction of the second written, dropped, cut or filled up. */
export const fractionMistakes: readonly Change<Moment>[] = [
  change('time/milliseconds-added', (m) =>
    m.fraction === '' ? { ...m, fraction: '.000' } : undefined,
  ),
  change('time/fraction-not-signed', (m) =>
    m.fraction === '' ? undefined : { ...m, fraction: '' },
  ),
  ...[6, 7, 9, 2, 1].map((digits) =>
    change('time/more-fraction-digits', (m) =>
      m.fraction.length - 1 < digits
        ? { ...m, fraction: (m.fraction || '.').padEnd(digits + 1, '0') }
        : undefined,
    ),
  ),
  ...[3, 6, 2, 1].map((digits) =>
    change('time/fraction-cut-off', (m) =>
      m.fraction.length - 1 > digits
        ? { ...m, fraction: m.fraction.slice(0, digits + 1) }
        : undefined,
    ),
  ),
  change('time/milliseconds-zeroed', (m) =>
    /[1-9]/.test(m.fraction) ? { ...m, fraction: m.fraction.replace(/\d/g, '0') } : undefined,
  ),
  change('time/fraction-trimmed', (m) =>
    /0$/.test(m.fraction) ? { ...m, fraction: m.fraction.replace(/\.?0+$/, '') } : undefined,
  ),
  change('time/comma-fraction', (m) =>
    m.fraction === '' ? undefined : { ...m, fraction: m.fraction.replace('.', ',') },
  ),
  change('time/colon-fraction', (m) =>
    m.fraction === ''
      ? { ...m, fraction: ':000' }
      : { ...m, fraction: m.fraction.replace('.', ':') },
  ),
  change('time/pattern-letter', (m) => ({ ...m, fraction: '.SSS' })),
];

/** What stands between date and time. */
export const separatorMistakes: readonly Change<Moment>[] = [
  change('time/space-for-t', (m) => ({ ...m, separator: ' ' })),
  change('time/t-for-space', (m) => (m.separator === 'T' ? undefined : { ...m, separator: 'T' })),
  change('time/no-t', (m) => ({ ...m, separator: '' })),
  change('time/lower-case-letters', (m) => ({ ...m, separator: 't' })),
  change('time/quoted-t', (m) => ({ ...m, separator: "'T'" })),
  change('time/no-t', (m) => ({ ...m, separator: '_' })),
  change('time/no-t', (m) => ({ ...m, separator: '-' })),
];
