import fc from 'fast-check';
import { encodedMessage } from './encoded-message.js';

/** One way in which the bytes before the DigestInfo aren't `00 01 FF … FF 00`. */
export type PaddingForgery =
  /** Another first byte than 00; the message stays smaller than the modulus. */
  | { firstByte: number }
  /** Another block type than 01: 00 and 02 are those of PKCS#1's other uses. */
  | { blockType: number }
  /** All padding bytes are this one in place of FF. */
  | { filledWith: number }
  /** One padding byte isn't FF; `at` counts from the first one. */
  | { byte: number; at: number }
  /** So many zero bytes more at the front, and as many FF fewer. */
  | { zerosBefore: number }
  /** Another byte than 00 between padding and DigestInfo. */
  | { separator: number };

/**
 * Forged paddings for a DigestInfo of a given length.
 *
 * @param length bytes of the modulus
 * @param contentLength bytes of the DigestInfo
 */
export function paddingForgery(
  length: number,
  contentLength: number,
): fc.Arbitrary<PaddingForgery> {
  const padded = length - contentLength - 3;
  return fc.oneof(
    // A modulus of whole bytes has its highest bit set: anything below 80 is a smaller number.
    fc.record({ firstByte: fc.integer({ min: 1, max: 0x7f }) }),
    fc.record({ blockType: fc.constantFrom(0, 2, 3, 0x7f, 0xff) }),
    fc.record({ filledWith: fc.integer({ min: 0, max: 0xfe }) }),
    fc.record({
      byte: fc.integer({ min: 0, max: 0xfe }),
      at: fc.integer({ min: 0, max: padded - 1 }),
    }),
    fc.record({ zerosBefore: fc.integer({ min: 1, max: padded }) }),
    fc.record({ separator: fc.integer({ min: 1, max: 0xff }) }),
  );
}

/** What verifiers overlook that search for the digest, or for the end of the padding, before what they would anyway. */
export const paddingForgeryExamples: readonly PaddingForgery[] = [
  { filledWith: 0x01 },
  { byte: 0xfe, at: 0 },
  { blockType: 2 },
  { blockType: 0 },
  { firstByte: 1 },
  { zerosBefore: 1 },
  { separator: 0xff },
  { filledWith: 0x00 },
];

/** EM with the right DigestInfo in its right place, and a forged padding before it. */
export function withForgedPadding(
  length: number,
  content: Buffer,
  forgery: PaddingForgery,
): Buffer {
  const message = encodedMessage(length, content);
  const end = length - content.length - 1;
  if ('firstByte' in forgery) message[0] = forgery.firstByte;
  else if ('blockType' in forgery) message[1] = forgery.blockType;
  else if ('filledWith' in forgery) message.fill(forgery.filledWith, 2, end);
  else if ('at' in forgery) message[2 + forgery.at] = forgery.byte;
  else if ('separator' in forgery) message[end] = forgery.separator;
  else {
    message.fill(0, 0, 1 + forgery.zerosBefore);
    message[1 + forgery.zerosBefore] = 1;
  }
  return message;
}
