import {
  parseTimestamp,
  type TimestampForm,
  type TimestampProblemKind,
} from '../../../protocol/timestamp.js';
import { letPass } from '../../policies/change-policy.js';
import type { TokenB2b2cFault } from '../fault.js';

function takesTimestamps(
  kind: TimestampProblemKind,
  name: string,
  title: string,
  trips: string,
): TokenB2b2cFault {
  return {
    service: 'token-b2b2c',
    name,
    title,
    trips: [`token-b2b2c/timestamp/${trips}`],
    apply: (policy) =>
      letPass(policy, ['timestampForm', 'timestampWindow'], ({ header }) => {
        const text = header('X-TIMESTAMP');
        const parsed = parseTimestamp(text ?? '');
        return text !== undefined && !parsed.ok && parsed.problem.kind === kind;
      }),
  };
}

/** What is wrong with how X-TIMESTAMP is read. */
export const tokenB2b2cTimestampFaults: readonly TokenB2b2cFault[] = [
  takesTimestamps(
    'missing-offset',
    'b2b2c-takes-local-times',
    'takes a timestamp without offset for local time',
    'rejects-missing-offset',
  ),
  takesTimestamps(
    'epoch',
    'b2b2c-takes-epoch',
    'takes a count of seconds or milliseconds for a timestamp',
    'rejects-epoch',
  ),
  takesTimestamps(
    'impossible-date',
    'b2b2c-rolls-dates-over',
    'rolls 30 February over to March',
    'rejects-impossible-date',
  ),
  takesTimestamps(
    'garbage',
    'b2b2c-never-parses-the-timestamp',
    'takes any text at all for a timestamp',
    'rejects-garbage',
  ),
  {
    service: 'token-b2b2c',
    name: 'b2b2c-takes-ruled-out-forms',
    title: 'takes timestamps in UTC or with milliseconds, which its document rules out',
    trips: ['token-b2b2c/timestamp/rejects-ruled-out-forms'],
    profile: 'dana',
    apply: (policy) =>
      letPass(policy, ['timestampForm'], ({ header }) => {
        const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
        const reject: readonly TimestampForm[] = policy.settings.timestamp.reject;
        return parsed.ok && reject.includes(parsed.form);
      }),
  },
  {
    service: 'token-b2b2c',
    name: 'b2b2c-takes-other-offsets',
    title:
      'takes timestamps under any offset, although its document rules out all but +07:00 (B2B2C)',
    trips: ['token-b2b2c/timestamp/rejects-ruled-out-forms'],
    overrides: { 'token-b2b2c': { timestamp: { accept: ['jakarta'], reject: ['offset'] } } },
    apply: (policy) =>
      letPass(
        policy,
        ['timestampForm'],
        ({ header }) => parseTimestamp(header('X-TIMESTAMP') ?? '').ok,
      ),
  },
];
