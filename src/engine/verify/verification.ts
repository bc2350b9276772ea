/** What was found out about a signature. */
export interface SignatureVerification {
  holds: boolean;
  /** How the signature was made, in words, if it doesn't hold: `signed over timestamp|clientId, in hex`. */
  explanation?: string;
  /** The documented string-to-sign of the same input, with any access token shortened. */
  stringToSign: string;
}

/** A value that a client may have used, and the mistakes, in words, that lead to it. */
export interface Candidate<T> {
  value: T;
  /** Empty for the documented way. */
  mistakes: string[];
}

/** Says with which mistakes in the algorithm a signature covers a text; undefined if it doesn't cover it. */
export type Prove = (text: string) => string[] | undefined;

/**
 * Finds the fewest mistakes that together explain a signature.
 *
 * @param readings The bytes of the signature, as clients write them correctly and by mistake.
 * @param texts What clients sign, correctly and by mistake.
 * @param prover Prepares a reading for the comparison with many texts.
 * @returns undefined if no known mistakes explain it
 */
export function explain(
  readings: readonly Candidate<Buffer>[],
  texts: readonly Candidate<string>[],
  prover: (signature: Buffer) => Prove,
): string[] | undefined {
  let best: string[] | undefined;
  for (const reading of readings) {
    const prove = prover(reading.value);
    for (const text of texts) {
      const before = reading.mistakes.length + text.mistakes.length;
      if (best && before >= best.length) continue;
      const proved = prove(text.value);
      if (!proved) continue;
      const mistakes = [...text.mistakes, ...proved, ...reading.mistakes];
      if (!best || mistakes.length < best.length) best = mistakes;
    }
  }
  return best;
}
