import { createHash } from 'node:crypto';
import { type MinifyRule, minify } from './minify.js';

/**
 * The hash of a body as it stands in a transaction's string-to-sign: SHA-256 of the minified text, in
 * lower-case hexadecimal. Without a body it is the hash of the empty text.
 *
 * @returns 64 characters
 *
 * Source: ASPI, string-to-sign of transactions: Lowercase(HexEncode(SHA-256(minify(RequestBody)))), note 2.
 */
export function bodyHash(body: Buffer | undefined, rule: MinifyRule = 'standard'): string {
  return createHash('sha256')
    .update(minify(body ?? Buffer.alloc(0), rule))
    .digest('hex');
}
