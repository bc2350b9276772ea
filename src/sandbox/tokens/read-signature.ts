import type { TokenB2b } from '../../../schemas/resolved.js';
import { decodeSignature } from '../../protocol/signature.js';

/**
 * The bytes of X-SIGNATURE: strictly in the profile's encoding, or in any usual encoding if the profile
 * says that the others are accepted.
 */
export function readSignature(
  { encoding, otherEncodings }: Pick<TokenB2b['signature'], 'encoding' | 'otherEncodings'>,
  text: string,
): Buffer | undefined {
  // Hex digits are Base64 characters too, so the stricter encoding is tried first.
  return otherEncodings === 'accept' ? readOtherEncodings(text) : decodeSignature(text, encoding);
}

/** Hex of an RSA or HMAC-SHA512 signature; Base64 with either alphabet, wrapped or without padding. */
export function readOtherEncodings(text: string): Buffer | undefined {
  if (/^[0-9A-Fa-f]{128,}$/.test(text)) return decodeSignature(text, 'hex');
  const plain = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
  const unpadded = plain.replace(/=+$/, '');
  const padded = unpadded.padEnd(Math.ceil(unpadded.length / 4) * 4, '=');
  return decodeSignature(padded, 'base64');
}
