import type { KeyObject } from 'node:crypto';
import { KeyError, keyErrorWith } from './key-error.js';
import type { KeySource } from './key-source.js';
import { type OpenedKey, openKey } from './open-key.js';
import { rsaNumbersFit } from './rsa-numbers.js';

export { KeyError } from './key-error.js';

/** A key ready for use, and what was wrong with the text that it came from. */
export interface LoadedKey {
  key: KeyObject;
  /** Each fault of the text in words; empty when the PEM was fine. */
  mended: string[];
}

/** NIST SP 800-131A disallows shorter RSA keys for new signatures. */
const minBits = 2048;

const generate = 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem';

export const isPrivateLabel = (label: string) => label.endsWith('PRIVATE KEY');
export const isPublicLabel = (label: string) =>
  label.endsWith('PUBLIC KEY') || label === 'CERTIFICATE';

function requireRsa(key: KeyObject): void {
  const type = key.asymmetricKeyType ?? 'unknown';
  if (type === 'rsa-pss') {
    throw keyErrorWith('the key is for RSA-PSS only, and SNAP signs by PKCS#1 v1.5: make one', [
      generate,
    ]);
  }
  if (type !== 'rsa') {
    throw keyErrorWith(`this is a key of the type ${type}, and SNAP signs with RSA: make one`, [
      generate,
    ]);
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < minBits) {
    throw keyErrorWith(`the key has ${bits} bits and needs at least ${minBits}: make one`, [
      generate,
    ]);
  }
}

/** @throws KeyError, with the reason, for a key that SNAP can't be signed or verified with */
export function requireUsable({ key, secret }: Pick<OpenedKey, 'key' | 'secret'>): void {
  requireRsa(key);
  if (secret && !rsaNumbersFit(key)) {
    throw new KeyError('the numbers of the key do not fit together: copy it again from its file');
  }
}

/**
 * Loads an RSA private key from PEM text or the bytes of a file, even if it was bent on its way.
 *
 * @param passphrase opens an encrypted one
 * @throws KeyError, with the reason, for anything but a private RSA key of 2048 bits or more
 */
export function loadPrivateKey(source: KeySource, passphrase?: string): LoadedKey {
  const opened = openKey(source, { wanted: isPrivateLabel, passphrase });
  if (opened.certificate) {
    throw new KeyError(
      'this is a certificate, which holds a public key: give the private key that belongs to it',
    );
  }
  if (!opened.secret) {
    throw new KeyError('this is a public key: give the private key that belongs to it');
  }
  requireUsable(opened);
  return { key: opened.key, mended: opened.mended };
}

/**
 * Loads an RSA public key from PEM text or the bytes of a file: a public key of either packing, or a certificate.
 * For a certificate, `mended` says so.
 *
 * @throws KeyError, with the reason, for anything but a public RSA key of 2048 bits or more
 */
export function loadPublicKey(source: KeySource): LoadedKey {
  const opened = openKey(source, { wanted: isPublicLabel });
  if (opened.secret) {
    throw keyErrorWith(
      'this is a private key, and the public key is asked for: keep the private key to yourself, and make the public one',
      [writePublicHalf],
    );
  }
  requireUsable(opened);
  const fromCertificate = 'the public key was taken from a certificate';
  const { key, mended, certificate } = opened;
  return { key, mended: certificate ? [...mended, fromCertificate] : mended };
}

/** The command that writes the public key of a private one. */
export const writePublicHalf = 'snap-conformance key FILE --public --out public.pem';
