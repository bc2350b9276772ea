import { generateKeyPairSync } from 'node:crypto';

let made: string | undefined;

/** A private key that belongs to nobody, as PKCS#8 PEM, the same each time: what is only counted needs no other. */
export function placeholderKey(): string {
  made ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
  return made;
}
