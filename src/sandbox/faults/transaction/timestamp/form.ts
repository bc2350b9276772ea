import {
  formatTimestamp,
  parseTimestamp,
  type TimestampProblemKind,
} from '../../../../protocol/timestamp.js';
import { alsoRefuse, letPass } from '../../../policies/change-policy.js';
import type { TransactionAttempt } from '../../../transaction/policy.js';
import { stringToSignOf } from '../../../transaction/steps.js';
import type { TransactionFault } from '../../fault.js';
import { alsoTake } from '../../shared/also-signed.js';
import { hourAsHh } from '../../shared/hour-as-hh.js';

const textOf = ({ header }: TransactionAttempt) => header('X-TIMESTAMP') ?? '';
const parsedOf = (attempt: TransactionAttempt) => parseTimestamp(textOf(attempt));

const refused = { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' } as const;

/** Takes timestamps with mistakes of some kinds; the signature must still cover them as they are. */
function takes(
  kinds: readonly TimestampProblemKind[],
  trips: string,
  name: string,
  title: string,
  fits: (text: string) => boolean = () => true,
): TransactionFault {
  return {
    service: 'transaction',
    name,
    title,
    trips: [`transaction/timestamp/${trips}`],
    apply: (policy) =>
      letPass(policy, ['timestampForm'], (attempt) => {
        const parsed = parsedOf(attempt);
        return !parsed.ok && kinds.includes(parsed.problem.kind) && fits(textOf(attempt));
      }),
  };
}

/** What is wrong with the forms in which a transaction's X-TIMESTAMP is taken. */
export const transactionTimestampFormFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'transaction-refuses-documented-form',
    title: 'refuses milliseconds in transactions although its document gives that form too',
    trips: ['transaction/timestamp/accepts-documented-forms'],
    overrides: { transaction: { timestamp: { accept: ['offset', 'offset-millis'] } } },
    apply: (policy) =>
      alsoRefuse(policy, (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && parsed.form === 'offset-millis' ? refused : undefined;
      }),
  },
  {
    service: 'transaction',
    name: 'transaction-jakarta-time-only',
    title: 'takes no offset in a transaction but +07:00 and Z',
    trips: ['transaction/timestamp/accepts-any-offset'],
    apply: (policy) =>
      alsoRefuse(policy, (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && parsed.form === 'offset' && parsed.offsetMinutes !== 420
          ? refused
          : undefined;
      }),
  },
  {
    service: 'transaction',
    name: 'transaction-verifies-reprinted-timestamp',
    title: 'also verifies the signature of a transaction over its timestamp printed again',
    trips: ['transaction/timestamp/exact-text-is-signed'],
    apply: (policy) =>
      letPass(policy, ['signature'], (attempt) => {
        const parsed = parsedOf(attempt);
        const { client } = attempt;
        if (!parsed.ok || !client) return false;
        const forms = ['offset', 'utc', 'offset-millis', 'utc-millis'] as const;
        return forms.some((form) => {
          const timestamp = () => formatTimestamp(parsed.instant, form);
          const text = stringToSignOf(attempt, { signed: { ...policy.signed, timestamp } });
          return policy.verify(text, attempt.header('X-SIGNATURE') ?? '', client);
        });
      }),
  },
  {
    service: 'transaction',
    name: 'transaction-verifies-twelve-hour-timestamp',
    title:
      'also verifies the signature of a transaction over its timestamp printed by a pattern with hh',
    trips: ['transaction/timestamp/exact-text-is-signed'],
    apply: (policy) =>
      alsoTake(policy, ({ attempt, holdsOver }) => {
        const timestamp = () => hourAsHh(textOf(attempt));
        return holdsOver(stringToSignOf(attempt, { signed: { ...policy.signed, timestamp } }));
      }),
  },
  takes(
    ['missing-offset'],
    'rejects-missing-offset',
    'transaction-takes-local-time',
    'takes a transaction without offset for one of its own time zone',
  ),
  takes(
    ['impossible-date', 'impossible-time', 'impossible-offset'],
    'rejects-impossible',
    'transaction-rolls-timestamps-over',
    'rolls dates, times and offsets over that do not exist',
  ),
  takes(
    ['impossible-offset'],
    'rejects-impossible',
    'transaction-takes-offsets-beyond-fourteen-hours',
    'knows that no offset has more than 14 hours, but takes minutes with them in a transaction',
    (text) => /[+-](?:0\d|1[0-4]):[0-5]\d$/.test(text),
  ),
  takes(
    [
      'separator',
      'lower-case-z',
      'short-offset',
      'incomplete',
      'other-notation',
      'comma-fraction',
      'surrounding-text',
    ],
    'rejects-other-form',
    'transaction-guesses-timestamps',
    'parses whatever its language reads as a date in a transaction',
  ),
  takes(
    ['garbage'],
    'rejects-garbage',
    'transaction-never-parses-timestamp',
    'never parses an X-TIMESTAMP of a transaction that is not a date or too long',
    // A text that begins like a date has another mistake, with its own requirement.
    (text) => text !== '' && (text.length > 128 || !/^\d{4}-/.test(text)),
  ),
  {
    service: 'transaction',
    name: 'transaction-takes-ruled-out-forms',
    title: 'takes milliseconds in transactions although its document rules them out',
    trips: ['transaction/timestamp/rejects-ruled-out-forms'],
    overrides: { transaction: { timestamp: { reject: ['offset-millis', 'utc-millis'] } } },
    apply: (policy) => letPass(policy, ['timestampForm'], (attempt) => parsedOf(attempt).ok),
  },
  {
    service: 'transaction',
    name: 'transaction-takes-other-offsets',
    title: 'takes transactions under any offset, although its document rules out all but +07:00',
    trips: ['transaction/timestamp/rejects-ruled-out-forms'],
    overrides: { transaction: { timestamp: { accept: ['jakarta'], reject: ['offset'] } } },
    apply: (policy) => letPass(policy, ['timestampForm'], (attempt) => parsedOf(attempt).ok),
  },
  {
    service: 'transaction',
    name: 'transaction-reads-local-time-in-utc',
    title: "reads a transaction's timestamp without an offset in UTC, not as Jakarta's time",
    trips: ['transaction/timestamp/accepts-documented-forms'],
    overrides: { transaction: { timestamp: { accept: ['offset', 'local'] } } },
    apply: (policy) =>
      alsoRefuse(policy, (attempt) => {
        const parsed = parseTimestamp(textOf(attempt), ['local']);
        return parsed.ok && parsed.form === 'local' ? refused : undefined;
      }),
  },
];
