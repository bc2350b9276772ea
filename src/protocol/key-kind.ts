import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { encryptedKeyError, KeyError, wrongPassphraseError } from './key-error.js';

/** A way of packing a key, and what the BEGIN line calls it. */
export interface KeyKind {
  name: string;
  label: string;
  secret: boolean;
  read: (der: Buffer, passphrase: string | undefined) => KeyObject;
}

// Private kinds come first, because Node also reads a private key as a `pkcs1` public key.
const kinds: readonly KeyKind[] = [
  {
    name: 'PKCS#8',
    label: 'PRIVATE KEY',
    secret: true,
    read: (key, passphrase) =>
      createPrivateKey({ key, format: 'der', type: 'pkcs8', ...(passphrase && { passphrase }) }),
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

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** A CertificationRequestInfo begins with the version 0 in a SEQUENCE of its own (RFC 2986, section 4.1). */
function isCertificateRequest(der: Buffer): boolean {
  const inner = der.subarray(4, 20);
  const long = (inner[1] ?? 0) >= 0x80 ? (inner[1] ?? 0) - 0x80 : 0;
  return inner[0] === 0x30 && inner.subarray(2 + long, 5 + long).equals(Buffer.from([2, 1, 0]));
}

/**
 * Finds out what a decoded key is by reading it, whatever its label says.
 *
 * @throws KeyError when it is encrypted and the passphrase doesn't open it, or when Node can't read it
 */
export function identifyKey(der: Buffer, passphrase?: string): { kind: KeyKind; key: KeyObject } {
  for (const kind of kinds) {
    try {
      return { kind, key: kind.read(der, passphrase) };
    } catch (error) {
      if (codeOf(error) === 'ERR_MISSING_PASSPHRASE') throw encryptedKeyError();
      if (codeOf(error) === 'ERR_OSSL_BAD_DECRYPT') throw wrongPassphraseError();
    }
  }
  if (isCertificateRequest(der))
    throw new KeyError(
      'this is a certificate request, neither an RSA key nor a certificate: give the key that it was made with',
    );
  throw new KeyError(
    'the body is neither an RSA key nor a certificate, or it is damaged: copy the key again from its file',
  );
}
