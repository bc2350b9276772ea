import type { Services } from '../../../../../schemas/generated/profile.js';
import { parseTimestamp } from '../../../../protocol/timestamp.js';
import { alsoRefuse, letPass } from '../../../policies/change-policy.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';
import { type FreshnessMistake, freshnessMistakes, signedSeconds } from '../../shared/freshness.js';

function parsedOf({ header }: TokenAttempt) {
  return parseTimestamp(header('X-TIMESTAMP') ?? '');
}

function takesAnyInstant(side: 'past' | 'future', name: string, title: string): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/timestamp/rejects-${side === 'past' ? 'stale' : 'future'}`],
    apply: (policy) =>
      letPass(policy, ['timestampWindow'], (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && parsed.instant < attempt.now === (side === 'past');
      }),
  };
}

function measures({ name, title, fresh }: FreshnessMistake): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: ['token-b2b/timestamp/rejects-stale', 'token-b2b/timestamp/rejects-future'],
    apply: (policy) =>
      letPass(policy, ['timestampWindow'], (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && fresh(attempt.now, parsed.instant);
      }),
  };
}

const fiveMinutes: Services = {
  'token-b2b': { timestamp: { window: { pastSeconds: 300, futureSeconds: 300 } } },
};

/** What is wrong with how far X-TIMESTAMP may lie from the present. */
export const tokenB2bTimestampWindowFaults: readonly TokenB2bFault[] = [
  takesAnyInstant('past', 'takes-stale-timestamps', 'takes timestamps however old they are'),
  takesAnyInstant(
    'future',
    'takes-future-timestamps',
    'takes timestamps however far ahead they are',
  ),
  ...[...freshnessMistakes, signedSeconds].map(measures),
  {
    service: 'token-b2b',
    name: 'refuses-fast-clocks',
    title: 'refuses a timestamp that is later than its own clock, however little',
    trips: ['token-b2b/timestamp/accepts-slightly-ahead'],
    apply: (policy) =>
      alsoRefuse(policy, (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && parsed.instant > attempt.now
          ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
          : undefined;
      }),
  },
  {
    service: 'token-b2b',
    name: 'window-narrower-than-stated',
    title: 'takes timestamps of the last minute alone, although its document says five',
    trips: ['token-b2b/timestamp/accepts-inside-window'],
    overrides: fiveMinutes,
    apply: (policy) =>
      alsoRefuse(policy, (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && Math.abs(parsed.instant - attempt.now) > 60_000
          ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
          : undefined;
      }),
  },
  {
    service: 'token-b2b',
    name: 'window-wider-than-stated',
    title: 'takes timestamps 45 seconds older or newer than the five minutes of its document',
    trips: ['token-b2b/timestamp/rejects-outside-window'],
    overrides: fiveMinutes,
    apply: (policy) =>
      letPass(policy, ['timestampWindow'], (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && Math.abs(parsed.instant - attempt.now) < 345_000;
      }),
  },
];
