import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { encryptedKeyError, KeyError } from './key-error.js';

/** A way of packing a key, and what the BEGIN line calls it. */
export interface KeyKind {
  name: string;
  label: string;
  secret: boolean;
  read: (der: Buffer) => KeyObject;
}

// Private kinds come first, because Node also reads a private key as a `pkcs1` public key.
const kinds: readonly KeyKind[] = [
  {
    name: 'PKCS#8',
    label: 'PRIVATE KEY',
    secret: true,
    read: (key) => createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
  },
  {
    name: 'PKCS#1',
    label: 'RSA PRIVATE KEY',
    secret: true,
    read: (key) => createPrivateKey({ key, format: 'der', type: 'pkcs1' }),
  },
  {
    name: 'SEC 1',
    label: 'EC PRIVATE KEY',
    secret: true,
    read: (key) => createPrivateKey({ key, format: 'der', type: 'sec1' }),
  },
  {
    name: 'SubjectPublicKeyInfo',
    label: 'PUBLIC KEY',
    secret: false,
    read: (key) => createPublicKey({ key, format: 'der', type: 'spki' }),
  },
  {
    name: 'PKCS#1',
    label: 'RSA PUBLIC KEY',
    secret: false,
    read: (key) => createPublicKey({ key, format: 'der', type: 'pkcs1' }),
  },
  {
    name: 'X.509',
    label: 'CERTIFICATE',
    secret: false,
    read: (der) => new X509Certificate(der).publicKey,
  },
];

function isEncrypted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE';
}

/**
 * Finds out what a decoded key is by reading it, whatever its label says.
 *
 * @throws KeyError when it is encrypted, or when Node can't read it
 */
export function identifyKey(der: Buffer): { kind: KeyKind; key: KeyObject } {
  for (const kind of kinds) {
    try {
      return { kind, key: kind.read(der) };
    } catch (error) {
      if (isEncrypted(error)) throw encryptedKeyError();
    }
  }
  throw new KeyError(
    'the body is neither an RSA key nor a certificate, or it is damaged: copy the key again from ' +
      'its file; "openssl pkey -in key.pem -noout" must accept it',
  );
}
