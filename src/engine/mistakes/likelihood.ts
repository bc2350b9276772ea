import type { MistakeId } from './catalogue/catalogue.js';
import { type Mistake, rarityOf } from './mistake.js';

/**
 * What servers are most often seen to verify by, the most likely first. What makes a difference to few requests alone
 * stands before what all would show: a server with such a rule passed its own tests.
 */
const commonest: readonly MistakeId[] = [
  'secret/unquoted',
  'secret/trimmed',
  'path/whole-path',
  'path/escapes-decoded',
  'path/without-query',
  'path/query-sorted',
  'path/without-prefix',
  'time/twelve-hour-clock',
  'text/id-and-time-swapped',
  'text/colon-delimiter',
  'text/pipe-delimiter',
  'token/without-token',
  'token/with-token',
  'text/no-delimiter',
  'scheme/hmac',
  'scheme/rsa',
  'encoding/hex',
  'encoding/base64',
  'hash/rsa-algorithm',
  'hash/upper-case',
  'text/method-lower-case',
];

/**
 * What only a sender can get wrong: no server makes the right text of a request by it. That tokens know no letter case
 * is hardly meant either, and one in other letters would stand in reports for all to read.
 */
const ofSendersAlone: ReadonlySet<MistakeId> = new Set([
  'token/letter-case',
  'time/clock-read-twice',
  'time/seconds-apart',
  'time/day-apart',
  'time/year-apart',
  'secret/another-key-of-set',
  'secret/another-secret-of-set',
]);

/** Whether these mistakes make a difference at certain hours of the day alone. */
export function showsByHour(mistakes: readonly Mistake[]): boolean {
  return mistakes.some(({ id }) => id === 'time/twelve-hour-clock');
}

/** Whether a server can be verifying by what these mistakes make. */
export function isRuleOfServers(mistakes: readonly Mistake[]): boolean {
  return mistakes.every(({ id }) => !ofSendersAlone.has(id));
}

/**
 * How unlikely it is that a server verifies by these mistakes: the less the likelier.
 *
 * @param variant which way of making them this is, counted from 0: of many each is the less likely
 */
export function unlikelihood(mistakes: readonly Mistake[], variant: number): number {
  const [only] = mistakes;
  const rank = only && mistakes.length === 1 && variant === 0 ? commonest.indexOf(only.id) : -1;
  return rank >= 0 ? rank - commonest.length : rarityOf(mistakes) + Math.log2(variant + 1);
}
