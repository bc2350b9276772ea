import type { TokenB2b } from '../../schemas/settled.js';
import { decodeSignature } from '../protocol/signature.js';

/**
 * The bytes of X-SIGNATURE: strictly in the profile's encoding, or in any of the usual ones where
 * the profile says that the others are accepted.
 */
export function readSignature(
  { encoding, otherEncodings }: Pick<TokenB2b['signature'], 'encoding' | 'otherEncodings'>,
  text: string,
): Buffer | undefined {
  // Hexadecimal digits are in the alphabet of Base64 too.
  const other = otherEncodings === 'accept' ? readOtherEncodings(text) : undefined;
  return other ?? decodeSignature(text, encoding);
}

/** Hex, Base64 with either alphabet, wrapped or without padding. */
export function readOtherEncodings(text: string): Buffer | undefined {
  if (/^[0-9A-Fa-f]{512,}$/.test(text)) return decodeSignature(text, 'hex');
  const plain = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
  const unpadded = plain.replace(/=+$/, '');
  const padded = unpadded.padEnd(Math.ceil(unpadded.length / 4) * 4, '=');
  return decodeSignature(padded, 'base64');
}
