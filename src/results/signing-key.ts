import type { KeyObject } from 'node:crypto';
import { KeyError, keyErrorWith } from '../protocol/key-error.js';
import type { KeySource } from '../protocol/key-source.js';
import { isPrivateLabel, isPublicLabel, writePublicHalf } from '../protocol/keys.js';
import { openKey } from '../protocol/open-key.js';

/** A key for attestations, and the digest that node's crypto signs with; null for Ed25519, which has its own. */
export interface SigningKey {
  key: KeyObject;
  digest: 'sha256' | null;
}

/**
 * Loads a private key to sign attestations with: RSA of 2048 bits or more (PKCS#1 v1.5), EC P-256, or
 * Ed25519.
 *
 * @throws KeyError for any other text, with the reason.
 */
export function loadSigningKey(source: KeySource): SigningKey {
  const { key, secret } = openKey(source, { wanted: isPrivateLabel });
  if (!secret)
    throw new KeyError(
      'a private key is needed to sign, and this is a public one or a certificate',
    );
  return { key, digest: digestFor(key) };
}

/**
 * Loads the public key, or a certificate with it, to verify attestations with.
 *
 * @throws KeyError for any other text, with the reason; for a private key too, which only the signer should have.
 */
export function loadVerificationKey(source: KeySource): SigningKey {
  const { key, secret } = openKey(source, { wanted: isPublicLabel });
  if (secret) {
    throw keyErrorWith('this is the private key, and the public one is needed: write it', [
      writePublicHalf,
    ]);
  }
  return { key, digest: digestFor(key) };
}

/** @throws KeyError for a key that attestations can't be signed with. */
function digestFor(key: KeyObject): SigningKey['digest'] {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'ed25519') return null;
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'sha256';
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return 'sha256';
  throw new KeyError(
    `attestations can't be signed with this key (${[type, details?.namedCurve, details?.modulusLength].filter(Boolean).join(' ')}): use RSA of 2048 bits or more, EC P-256 or Ed25519`,
  );
}
