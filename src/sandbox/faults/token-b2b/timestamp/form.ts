import { tokenStringToSign } from '../../../../protocol/string-to-sign.js';
import {
  formatTimestamp,
  parseTimestamp,
  type TimestampProblemKind,
} from '../../../../protocol/timestamp.js';
import { alsoRefuse, letPass, withStep } from '../../../policies/change-policy.js';
import type { TokenB2bPolicy } from '../../../token-b2b/policy.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';
import { hourAsHh } from '../../shared/hour-as-hh.js';
import { acceptSignature, signsOneOf } from '../../shared/token-signature.js';

function parsedOf({ header }: TokenAttempt) {
  return parseTimestamp(header('X-TIMESTAMP') ?? '');
}

/** Takes timestamps with one kind of mistake; the signature must still cover them as they are. */
function takes(
  kind: TimestampProblemKind,
  name: string,
  title: string,
  fits: (text: string) => boolean = () => true,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/timestamp/rejects-${kind}`],
    apply: (policy) =>
      letPass(policy, ['timestampForm'], (attempt) => {
        const parsed = parsedOf(attempt);
        return (
          !parsed.ok && parsed.problem.kind === kind && fits(attempt.header('X-TIMESTAMP') ?? '')
        );
      }),
  };
}

function onlyJakartaTime(policy: TokenB2bPolicy): TokenB2bPolicy {
  return alsoRefuse(policy, (attempt) => {
    const parsed = parsedOf(attempt);
    return parsed.ok && parsed.form === 'offset' && parsed.offsetMinutes !== 420
      ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
      : undefined;
  });
}

/** What is wrong with how X-TIMESTAMP is read and signed. */
export const tokenB2bTimestampFormFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'refuses-documented-form',
    title: 'refuses timestamps with milliseconds although its document gives that form too',
    trips: ['token-b2b/timestamp/accepts-documented-forms'],
    // In each shipped profile only one form has to be accepted: that of the control.
    overrides: {
      'token-b2b': { timestamp: { accept: ['offset', 'offset-millis'], alternatives: false } },
    },
    apply: (policy) =>
      alsoRefuse(policy, (attempt) => {
        const parsed = parsedOf(attempt);
        return parsed.ok && parsed.form === 'offset-millis'
          ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
          : undefined;
      }),
  },
  {
    service: 'token-b2b',
    name: 'reads-local-time-in-utc',
    title: "reads a timestamp without an offset in UTC, although its document says Jakarta's time",
    trips: ['token-b2b/timestamp/accepts-documented-forms'],
    overrides: { 'token-b2b': { timestamp: { accept: ['offset', 'local'], alternatives: false } } },
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) => {
        const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '', ['local']);
        return parsed.ok && parsed.form === 'local'
          ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
          : undefined;
      }),
  },
  {
    service: 'token-b2b',
    name: 'takes-other-offsets',
    title: 'takes timestamps under any offset, although its document rules out all but +07:00',
    trips: ['token-b2b/timestamp/rejects-ruled-out-forms'],
    overrides: { 'token-b2b': { timestamp: { accept: ['jakarta'], reject: ['offset'] } } },
    apply: (policy) => letPass(policy, ['timestampForm'], (attempt) => parsedOf(attempt).ok),
  },
  {
    service: 'token-b2b',
    name: 'jakarta-time-only',
    title: 'takes no offset but +07:00 and Z',
    trips: ['token-b2b/timestamp/accepts-any-offset'],
    apply: onlyJakartaTime,
  },
  {
    service: 'token-b2b',
    name: 'verifies-reprinted-timestamp',
    title: 'also verifies the signature over the timestamp parsed and printed again',
    trips: ['token-b2b/timestamp/exact-text-is-signed'],
    apply: (policy) =>
      acceptSignature(policy, (sent) => {
        const parsed = parseTimestamp(sent.timestamp);
        if (!parsed.ok) return false;
        const reprinted = (['offset', 'utc', 'offset-millis', 'utc-millis'] as const).map((form) =>
          tokenStringToSign(sent.clientId, formatTimestamp(parsed.instant, form)),
        );
        return signsOneOf(sent, reprinted);
      }),
  },
  {
    service: 'token-b2b',
    name: 'jakarta-time-reprinted-in-utc',
    title:
      'takes no offset but +07:00, and also verifies the signature over what toISOString prints',
    trips: ['token-b2b/timestamp/exact-text-is-signed', 'token-b2b/timestamp/accepts-any-offset'],
    apply: (policy) =>
      onlyJakartaTime(
        acceptSignature(policy, (sent) => {
          const instant = Date.parse(sent.timestamp);
          if (Number.isNaN(instant)) return false;
          const reprinted = tokenStringToSign(sent.clientId, new Date(instant).toISOString());
          return signsOneOf(sent, [reprinted]);
        }),
      ),
  },
  {
    service: 'token-b2b',
    name: 'verifies-twelve-hour-timestamp',
    title:
      'also verifies the signature over the timestamp printed by a pattern with hh for the hour',
    trips: ['token-b2b/timestamp/exact-text-is-signed'],
    apply: (policy) =>
      acceptSignature(policy, (sent) =>
        signsOneOf(sent, [tokenStringToSign(sent.clientId, hourAsHh(sent.timestamp))]),
      ),
  },
  {
    service: 'token-b2b',
    name: 'verifies-only-reprinted-timestamp',
    title: 'verifies the signature over the timestamp printed again in its own time zone alone',
    trips: ['token-b2b/timestamp/exact-text-is-signed'],
    apply: (policy) => {
      const reprinted = (attempt: TokenAttempt): TokenAttempt => {
        const parsed = parsedOf(attempt);
        const text = parsed.ok ? formatTimestamp(parsed.instant, 'offset') : undefined;
        const { header } = attempt;
        return { ...attempt, header: (name) => (name === 'X-TIMESTAMP' ? text : header(name)) };
      };
      return withStep(policy, 'signature', (step) => (attempt) => step(reprinted(attempt)));
    },
  },
  takes(
    'missing-offset',
    'takes-local-time',
    'takes a timestamp without offset for one in its own time zone',
  ),
  takes(
    'separator',
    'takes-other-separators',
    'parses timestamps with a lenient date parser that takes a space for T',
  ),
  takes(
    'lower-case-z',
    'takes-lower-case-z',
    'parses timestamps without regard to letter case, so that z means UTC',
  ),
  takes(
    'short-offset',
    'takes-short-offsets',
    'takes offsets of the basic format, as a date pattern with Z does: +0700',
  ),
  takes(
    'incomplete',
    'takes-incomplete-timestamps',
    'fills what a timestamp leaves out with zeros',
  ),
  takes(
    'epoch',
    'takes-epoch',
    'takes a number for seconds or milliseconds since 1970',
    // Any other number is garbage.
    (text) => /^(?:\d{10}|\d{13})$/.test(text),
  ),
  takes('other-notation', 'takes-other-notations', 'parses whatever its language reads as a date'),
  takes(
    'impossible-date',
    'rolls-dates-over',
    'rolls impossible dates over: 30 February becomes 1 March',
  ),
  takes(
    'impossible-time',
    'rolls-times-over',
    'rolls impossible times over: 24:00 becomes the next day',
  ),
  takes(
    'impossible-offset',
    'takes-impossible-offsets',
    'computes with any offset, without asking whether it exists',
  ),
  takes(
    'impossible-offset',
    'takes-offsets-beyond-fourteen-hours',
    'knows that no offset has more than 14 hours, but takes minutes with them, up to 14:59',
    (text) => /[+-](?:0\d|1[0-4]):[0-5]\d$/.test(text),
  ),
  takes('comma-fraction', 'takes-comma-fractions', 'takes a comma before the fraction of a second'),
  takes(
    'surrounding-text',
    'searches-for-timestamp',
    'searches the header for a timestamp with a pattern that has no anchors',
  ),
  takes(
    'garbage',
    'never-parses-timestamp',
    'verifies X-TIMESTAMP as text and never parses what is not a date or too long',
    // A text that begins like a date has another mistake, with its own requirement.
    (text) => text.length > 128 || !/^\d{4}-/.test(text),
  ),
  {
    service: 'token-b2b',
    name: 'takes-ruled-out-forms',
    title: 'takes milliseconds although its document rules them out',
    trips: ['token-b2b/timestamp/rejects-ruled-out-forms'],
    overrides: {
      'token-b2b': { timestamp: { accept: ['offset'], reject: ['offset-millis', 'utc-millis'] } },
    },
    apply: (policy) => letPass(policy, ['timestampForm'], (attempt) => parsedOf(attempt).ok),
  },
];
