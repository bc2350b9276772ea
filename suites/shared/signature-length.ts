import type { KeyObject } from 'node:crypto';

/** Bytes of the signatures of a key: as many as its modulus has. */
export function signatureLength(key: KeyObject): number {
  return Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 2048) / 8);
}
