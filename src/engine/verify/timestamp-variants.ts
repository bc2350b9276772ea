import {
  formatTimestamp,
  hasMillis,
  parseTimestamp,
  type TimestampForm,
} from '../../protocol/timestamp.js';
import type { Candidate } from './verification.js';

const forms: readonly TimestampForm[] = ['offset', 'utc', 'offset-millis', 'utc-millis'];
/** What a header without an offset is read as. */
const locals: readonly TimestampForm[] = ['local', 'local-millis'];
/** Western, central and eastern Indonesia, and UTC written as an offset. */
const offsets = [420, 480, 540, 0];
/** How many seconds apart two timestamps of one request are when the clock is read twice. */
const seconds = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5];

/**
 * The texts that a client may have signed in place of the timestamp that it sent: the same instant
 * written in another way, or an instant a moment before or after.
 */
export function timestampVariants(timestamp: string): Candidate<string>[] {
  const parsed = parseTimestamp(timestamp.trim(), locals);
  const same: Candidate<string>[] = [{ value: timestamp, mistakes: [] }];
  const written = (values: readonly string[]) =>
    values.map((value) => ({
      value,
      mistakes: [`over the timestamp in a form other than the sent one, as ${value}`],
    }));
  const plain = written([timestamp.trim(), timestamp.replace(/(\d\d):(\d\d)$/, '$1$2')]);
  if (!parsed.ok) return distinct([...same, ...plain]);
  const { instant, form, offsetMinutes } = parsed;
  const known = forms.flatMap((each) =>
    [offsetMinutes, ...offsets].map((offset) => formatTimestamp(instant, each, offset)),
  );
  const local = formatTimestamp(instant, 'offset', offsetMinutes).slice(0, 19);
  const others = [local, local.replace('T', ' '), String(instant), String(instant / 1000)];
  const apart = seconds.map((second) => ({
    value: formatTimestamp(instant + second * 1000, form, offsetMinutes),
    mistakes: [
      `over a timestamp ${Math.abs(second)} s ${second < 0 ? 'earlier' : 'later'}: the clock was read twice`,
    ],
  }));
  return distinct([...same, ...plain, ...written([...known, ...others]), ...apart]);
}

/** The same second with each of the 1000 fractions that the header may have lost. */
export function lostFractions(timestamp: string): Candidate<string>[] {
  const parsed = parseTimestamp(timestamp, locals);
  if (!parsed.ok || hasMillis(parsed.form)) return [];
  const form = `${parsed.form}-millis` as TimestampForm;
  return Array.from({ length: 1000 }, (_, fraction) => {
    const value = formatTimestamp(parsed.instant + fraction, form, parsed.offsetMinutes);
    return {
      value,
      mistakes: [`over the timestamp with milliseconds, ${value}, sent without them`],
    };
  });
}

function distinct(candidates: readonly Candidate<string>[]): Candidate<string>[] {
  const seen = new Set<string>();
  return candidates.filter(({ value }) => !seen.has(value) && seen.add(value));
}
