import type { KeyObject } from 'node:crypto';
import { KeyError } from './key-error.js';
import { identifyKey, type KeyKind } from './key-kind.js';
import { type PemBlock, readPem } from './pem.js';
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

const isPrivate = (label: string) => label.endsWith('PRIVATE KEY');
const isPublic = (label: string) => label.endsWith('PUBLIC KEY') || label === 'CERTIFICATE';

function checkRsa(key: KeyObject): void {
  const type = key.asymmetricKeyType ?? 'unknown';
  if (type === 'rsa-pss') {
    throw new KeyError(
      `the key is for RSA-PSS only, and SNAP signs by PKCS#1 v1.5: make one with "${generate}"`,
    );
  }
  if (type !== 'rsa') {
    throw new KeyError(
      `this is a key of the type ${type}, and SNAP signs with RSA: make one with "${generate}"`,
    );
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < minBits) {
    throw new KeyError(
      `the key has ${bits} bits and needs at least ${minBits}: make one with "${generate}"`,
    );
  }
}

function mendedOf(block: PemBlock, kind: KeyKind): string[] {
  if (block.label === undefined || block.label === kind.label) return block.mended;
  return [...block.mended, `the label ${block.label} stood over ${kind.name} data`];
}

/**
 * Loads an RSA private key from PEM text, even if the text was bent on its way.
 *
 * @throws KeyError, with the reason, for anything but a private RSA key of 2048 bits or more
 */
export function loadPrivateKey(pem: string): LoadedKey {
  const block = readPem(pem, isPrivate);
  const { kind, key } = identifyKey(block.der);
  if (kind.label === 'CERTIFICATE') {
    throw new KeyError(
      'this is a certificate, which holds a public key: give the private key that belongs to it',
    );
  }
  if (!kind.secret) {
    throw new KeyError('this is a public key: give the private key that belongs to it');
  }
  checkRsa(key);
  if (!rsaNumbersFit(key)) {
    throw new KeyError('the numbers of the key do not fit together: copy it again from its file');
  }
  return { key, mended: mendedOf(block, kind) };
}

/**
 * Loads an RSA public key from PEM text: a public key of either packing, or a certificate. For a
 * certificate, `mended` says so.
 *
 * @throws KeyError, with the reason, for anything but a public RSA key of 2048 bits or more
 */
export function loadPublicKey(pem: string): LoadedKey {
  const block = readPem(pem, isPublic);
  const { kind, key } = identifyKey(block.der);
  if (kind.secret) {
    throw new KeyError(
      'this is a private key, and the public key is asked for: make it with ' +
        '"openssl pkey -in private.pem -pubout -out public.pem", and keep the private key to yourself',
    );
  }
  checkRsa(key);
  const mended = mendedOf(block, kind);
  if (kind.label === 'CERTIFICATE') mended.push('the public key was taken from a certificate');
  return { key, mended };
}
