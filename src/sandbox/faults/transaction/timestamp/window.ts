import type { Services } from '../../../../../schemas/generated/profile.js';
import { parseTimestamp } from '../../../../protocol/timestamp.js';
import { alsoRefuse, letPass } from '../../../policies/change-policy.js';
import type { TransactionAttempt } from '../../../transaction/policy.js';
import type { TransactionFault } from '../../fault.js';
import { type FreshnessMistake, freshnessMistakes, signedSeconds } from '../../shared/freshness.js';

const parsedOf = ({ header }: TransactionAttempt) => parseTimestamp(header('X-TIMESTAMP') ?? '');

const refused = { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' } as const;

function takesAnyInstant(
  side: 'past' | 'future',
  trips: string,
  name: string,
  title: string,
): TransactionFault {
  return {
    service: 'transaction',
    name,
    title,
    trips: [`transaction/timestamp/${trips}`],
    apply: (policy) =>
      letPass(policy, ['timestampWindow'], (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && parsed.instant < attempt.now === (side === 'past');
      }),
  };
}

function measures({ name, title, fresh }: FreshnessMistake): TransactionFault {
  return {
    service: 'transaction',
    name: `transaction-${name}`,
    title: `${title} (transaction)`,
    trips: ['transaction/timestamp/rejects-stale', 'transaction/timestamp/rejects-future'],
    apply: (policy) =>
      letPass(policy, ['timestampWindow'], (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && fresh(attempt.now, parsed.instant);
      }),
  };
}

const fiveMinutes: Services = {
  transaction: { timestamp: { window: { pastSeconds: 300, futureSeconds: 300 } } },
};

/** What is wrong with how far from the present a transaction's X-TIMESTAMP may lie. */
export const transactionTimestampWindowFaults: readonly TransactionFault[] = [
  takesAnyInstant(
    'past',
    'rejects-stale',
    'transaction-takes-stale-timestamps',
    'carries a transaction out however old its timestamp is',
  ),
  takesAnyInstant(
    'future',
    'rejects-future',
    'transaction-takes-future-timestamps',
    'carries a transaction out however far ahead its timestamp is',
  ),
  ...[...freshnessMistakes, signedSeconds].map(measures),
  {
    service: 'transaction',
    name: 'transaction-refuses-fast-clocks',
    title: 'refuses a transaction whose timestamp is later than its own clock, however little',
    trips: ['transaction/timestamp/accepts-slightly-ahead'],
    apply: (policy) =>
      alsoRefuse(policy, (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && parsed.instant > attempt.now ? refused : undefined;
      }),
  },
  {
    service: 'transaction',
    name: 'transaction-window-narrower-than-stated',
    title: 'takes transactions of the last minute alone, although its document says five',
    trips: ['transaction/timestamp/accepts-inside-window'],
    overrides: fiveMinutes,
    apply: (policy) =>
      alsoRefuse(policy, (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && Math.abs(parsed.instant - attempt.now) > 60_000 ? refused : undefined;
      }),
  },
  {
    service: 'transaction',
    name: 'transaction-window-wider-than-stated',
    title: 'takes transactions up to an hour off, although its document says five minutes',
    trips: ['transaction/timestamp/rejects-outside-window'],
    overrides: fiveMinutes,
    apply: (policy) =>
      letPass(policy, ['timestampWindow'], (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && Math.abs(parsed.instant - attempt.now) < 3_600_000;
      }),
  },
];
