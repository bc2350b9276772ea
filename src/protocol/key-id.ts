import { createHash, type KeyObject } from 'node:crypto';

/**
 * The id of a public key: SHA-256 of its SubjectPublicKeyInfo, as
 * `openssl pkey -pubout -outform DER | sha256sum` prints it.
 *
 * @returns 64 lower-case hexadecimal digits
 */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
