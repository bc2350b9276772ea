/** What became of a signature that was looked at. */
export interface SignatureVerification {
  holds: boolean;
  /** In words, where it holds not: what it was found to be, `signed over timestamp|clientId, in hex`. */
  explanation?: string;
  /** What the document makes of the same input; an access token in it is shortened. */
  stringToSign: string;
}

/** One way of getting from a text to what is proved, with the mistakes in it, in words. */
export interface Candidate<T> {
  value: T;
  /** Empty for the documented way. */
  mistakes: string[];
}

/** Says which mistakes of algorithm make the signature one over a text; undefined where none does. */
export type Prove = (text: string) => string[] | undefined;

/**
 * The mistakes that explain a signature: those of the fewest that together lead to it.
 *
 * @param readings The signature's bytes, as a right and as mistaken clients write them.
 * @param prover Makes ready to hold a reading against many texts.
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
