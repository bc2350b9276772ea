import fc from 'fast-check';

/** What is done to a text: a piece cut out, doubled or replaced. */
export interface Damage {
  /** Where, from 0 to 1. */
  from: number;
  /** Characters of the piece. */
  length: number;
  put: string;
  how: 'insert' | 'replace' | 'cut' | 'double' | 'flip';
}

/** Damages with pieces put in that mean something to the reader. */
export function damage(pieces: readonly string[]): fc.Arbitrary<Damage> {
  return fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    put: fc.constantFrom(...pieces),
    how: fc.constantFrom('insert', 'replace', 'cut', 'double', 'flip'),
  });
}

export function damaged(text: string, { from, length, put, how }: Damage): string {
  const at = Math.floor(from * text.length);
  const piece = text.slice(at, at + length);
  if (how === 'insert') return text.slice(0, at) + put + text.slice(at);
  if (how === 'cut') return text.slice(0, at + 1);
  if (how === 'flip')
    return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
  return text.slice(0, at) + (how === 'double' ? piece + piece : put) + text.slice(at + length);
}
