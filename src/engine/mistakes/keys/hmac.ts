import type { MistakeId } from '../catalogue/catalogue.js';
import type { Mistake, Option } from '../mistake.js';
import { inOrder } from '../search/axes.js';
import type { Prove } from '../search/search.js';
import type { Reading } from '../signature/readings.js';
import { type HmacKeys, hmacWays } from './hmac-ways.js';

/** The shortest part of an HMAC that isn't met by chance. */
const shortest = 12;

/** What the end of a cut signature lacks by itself. */
const shownByCut: ReadonlySet<MistakeId> = new Set(['encoding/cut', 'encoding/unpadded']);

/**
 * The ways in which senders make an HMAC, of which those are left out whose length no reading has.
 *
 * @param right whether HMAC-SHA512 with the client secret is what the scheme wants
 */
export function hmacProofs(
  readings: readonly Reading[],
  keys: HmacKeys,
  right: boolean,
): Option<Prove>[] {
  const byBytes = new Map(readings.map((reading) => [reading.bytes.toString('latin1'), reading]));
  const lengths = new Set(readings.map(({ bytes }) => bytes.length));
  const matched = (bytes: Buffer, length: number): readonly Mistake[] | undefined => {
    const whole = byBytes.get(bytes.toString('latin1'));
    if (whole) return whole.mistakes;
    if (lengths.size === 1 && lengths.has(length)) return undefined;
    for (const reading of readings) {
      const size = reading.bytes.length;
      if (size >= shortest && size < length && bytes.subarray(0, size).equals(reading.bytes))
        return [
          ...reading.mistakes.filter(({ id }) => !shownByCut.has(id)),
          { id: 'encoding/cut' },
        ];
    }
    return undefined;
  };
  const mayBe = (length: number) =>
    lengths.has(length) ||
    readings.some(({ bytes }) => bytes.length >= shortest && bytes.length < length);
  const proofs = hmacWays(keys, right)
    .filter(({ value }) => mayBe(value.length))
    .map(
      ({ mistakes, value: { length, make } }): Option<Prove> => ({
        mistakes,
        value: (signed) => {
          const made = make(signed);
          return made && matched(made, length);
        },
      }),
    );
  return inOrder(proofs);
}
