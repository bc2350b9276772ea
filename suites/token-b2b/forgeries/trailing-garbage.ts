import fc from 'fast-check';
import { digestInfo, digestInfoFollowedBy } from './digest-info.js';

/**
 * Bytes behind the digest that the verifier must not overlook: after the DigestInfo or inside its
 * SEQUENCE. The padding is as much shorter; `padding` says how many bytes of it are left.
 */
export interface TrailingGarbage {
  /** Bytes FF. RFC 8017 section 9.2 asks for at least eight. */
  padding: number;
  /** What the garbage consists of. */
  filledWith: number;
  inside: boolean;
}

/** The head of the SEQUENCE that holds garbage, two bytes longer than the right one, and a byte of garbage. */
const leastExtra = 3;

/** @param length bytes of the modulus */
export function trailingGarbage(length: number): fc.Arbitrary<TrailingGarbage> {
  const right = digestInfo(Buffer.alloc(32)).length;
  return fc.record({
    padding: fc.integer({ min: 0, max: length - 3 - right - leastExtra }),
    filledWith: fc.integer({ min: 0, max: 255 }),
    inside: fc.boolean(),
  });
}

/** As Bleichenbacher forged signatures for e = 3: the least padding, and garbage behind. */
export const trailingGarbageExamples: readonly TrailingGarbage[] = [
  { padding: 8, filledWith: 0, inside: false },
  { padding: 8, filledWith: 0, inside: true },
  { padding: 0, filledWith: 0xff, inside: false },
  { padding: 1, filledWith: 0x5a, inside: true },
];

/** EM with the right DigestInfo directly behind a padding that is too short, and garbage up to the end. */
export function withTrailingGarbage(
  length: number,
  digest: Buffer,
  { padding, filledWith, inside }: TrailingGarbage,
): Buffer {
  const before = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.alloc(padding, 0xff),
    Buffer.from([0]),
  ]);
  const content = inside ? digestInfoFollowedBy(digest, Buffer.alloc(0)) : digestInfo(digest);
  const garbage = Buffer.alloc(length - before.length - content.length, filledWith);
  return Buffer.concat([
    before,
    ...(inside ? [digestInfoFollowedBy(digest, garbage)] : [content, garbage]),
  ]);
}
