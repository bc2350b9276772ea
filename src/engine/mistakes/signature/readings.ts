import type { SignatureEncoding } from '../../../protocol/signature.js';
import { type Mistake, rarityOf } from '../mistake.js';
import { byteDamages, decoders } from './decoders.js';
import { undoes } from './undo.js';

/** The bytes that the text of a signature may stand for, and the mistakes in writing them that this takes. */
export interface Reading {
  bytes: Buffer;
  mistakes: readonly Mistake[];
}

/** A text that is longer isn't a signature, however it was damaged. */
const longest = 20_000;

/**
 * All readings of a signature's text: in the documented encoding, in others, with up to two damages undone. Of the
 * readings that give the same bytes the one with the fewest mistakes is kept.
 *
 * @param lengths how many bytes a signature may have
 */
export function readingsOf(
  text: string,
  documented: SignatureEncoding,
  lengths: ReadonlySet<number>,
): Reading[] {
  if (text.length > longest) return [];
  const found = new Map<string, Reading>();
  const keep = (bytes: Buffer | undefined, mistakes: readonly Mistake[]) => {
    if (!bytes || bytes.length === 0) return;
    const key = bytes.toString('latin1');
    const before = found.get(key);
    if (!before || weight(mistakes) < weight(before.mistakes)) found.set(key, { bytes, mistakes });
  };
  for (const [whole, damages] of undone(text))
    for (const [id, decode] of decoders(documented)) {
      const bytes = decode(whole);
      const mistakes =
        id === undefined || (id === 'encoding/hex' && damages.some(isHex))
          ? damages
          : [...damages, { id }];
      keep(bytes, mistakes);
      if (!bytes || damages.length > 1) continue;
      for (const [damage, undo] of byteDamages)
        keep(undo(bytes, lengths), [...mistakes, { id: damage }]);
    }
  return [...found.values()].sort((a, b) => weight(a.mistakes) - weight(b.mistakes));
}

/** A damage that only hex digits take says by itself that they are hex. */
const isHex = ({ id }: Mistake) => id === 'encoding/hex-in-pairs' || id === 'encoding/hex-prefixed';

const weight = (mistakes: readonly Mistake[]) => mistakes.length * 10 + rarityOf(mistakes);

/** The text as it came, and with one and two damages undone. */
function undone(text: string): Map<string, Mistake[]> {
  const texts = new Map<string, Mistake[]>([[text, []]]);
  for (let round = 0; round < 2; round += 1)
    for (const [before, mistakes] of [...texts]) {
      if (mistakes.length !== round) continue;
      for (const [id, undo] of undoes) {
        const whole = undo(before);
        if (whole !== undefined && !texts.has(whole))
          texts.set(whole, together([...mistakes, { id }]));
      }
    }
  return texts;
}

/** The same damage twice is a mistake of its own name. */
function together(mistakes: Mistake[]): Mistake[] {
  const [one, other] = mistakes;
  return one?.id === 'encoding/percent-encoded' && other?.id === one.id
    ? [{ id: 'encoding/percent-encoded-twice' }]
    : mistakes;
}
