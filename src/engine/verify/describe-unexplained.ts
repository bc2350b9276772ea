import type { KeyObject } from 'node:crypto';
import { rsaSignatureLength, type SignatureEncoding } from '../../protocol/signature.js';
import { openSignature } from './prove-rsa.js';
import type { Candidate } from './verification.js';

/** Describes an RSA signature that no known mistake explains. */
export function describeUnexplained(
  readings: readonly Candidate<Buffer>[],
  key: KeyObject,
  encoding: SignatureEncoding,
): string {
  const written = encoding === 'base64' ? 'Base64' : 'hex';
  const [first] = readings;
  if (!first) return `the signature is not ${written}, nor in any other known encoding`;
  for (const { value, mistakes } of readings) {
    const opened = openSignature(key, value);
    if (!opened) continue;
    const how = mistakes.length > 0 ? `, ${mistakes.join(', ')}` : '';
    return opened.hash === undefined
      ? `made by the private half of this key${how}, but not over a hash of the text`
      : `made by the private half of this key over ${opened.hash}${how}, but over a text that no known mistake makes: compare what was signed character by character`;
  }
  const bytes = first.value.length;
  const needed = rsaSignatureLength(key);
  if (bytes === needed)
    return 'not made by the private half of this key: another key signed, or the signature was damaged on its way';
  const hmac = { 20: 'SHA-1', 32: 'SHA-256', 64: 'SHA-512' }[bytes];
  return hmac === undefined
    ? `${bytes} bytes, and a signature by this key has ${needed}: it was cut, or made by a key of another size`
    : `${bytes} bytes, as an HMAC with ${hmac} has: a secret was used instead of a private key`;
}
