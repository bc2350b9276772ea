import type { KeyObject } from 'node:crypto';
import {
  rsaSignatureLength,
  signHmacSha512,
  signSha256Rsa,
  verifyHmacSha512,
  verifySha256Rsa,
} from './signature.js';

// To add a scheme, add it here and to the enum `scheme` of schemas/profile.schema.json, add the mistakes
// that clients make with it to engine/request/wrong-transaction-rules.ts, and add its faults to the sandbox.
// Nothing else knows a scheme by its name: tests/protocol/scheme.test.ts holds that, and the enum.

/** A scheme as profiles name it in `/transaction/scheme`. */
export type SchemeName = 'symmetric' | 'asymmetric' | 'asymmetric-with-token';

/** What a client may sign with; each scheme takes the one of its key kind. */
export interface SigningKeys {
  /** Taken as text as it is: not decoded from Base64. */
  clientSecret?: string | undefined;
  /** An RSA key. */
  privateKey?: KeyObject | undefined;
}

/** What a server may verify with; each scheme takes the one of its key kind. */
export interface VerifyingKeys {
  /** Taken as text as it is: not decoded from Base64. */
  clientSecret?: string | undefined;
  /** An RSA key. */
  publicKey?: KeyObject | undefined;
}

/** How a signature is made and checked, whatever it covers. */
interface Algorithm {
  /** What signs: the client secret, which both sides hold, or the client's RSA key. */
  keyKind: 'secret' | 'rsa';
  /** As reports name it: `HMAC-SHA512`. */
  algorithm: string;
  /**
   * Signs a string-to-sign.
   *
   * @returns the bytes of the signature, not yet written as text
   * @throws Error when the keys lack the one of this key kind
   */
  sign(keys: SigningKeys, stringToSign: string | Buffer): Buffer | Promise<Buffer>;
  /**
   * Says whether a signature holds over a string-to-sign.
   *
   * @returns false for a signature of any other length or content
   * @throws Error when the keys lack the one of this key kind
   */
  verify(keys: VerifyingKeys, stringToSign: string, signature: Buffer): boolean;
  /**
   * How many bytes a signature has.
   *
   * @param rsaKey either half of the client's RSA key; needed when that is the key kind
   * @throws Error when the key is needed and absent
   */
  signatureLength(rsaKey?: KeyObject): number;
}

/** How transactions are signed, and what they do with the access token. */
export interface Scheme extends Algorithm {
  /** Whether requests carry an access token: `Authorization: Bearer …`. */
  carriesToken: boolean;
  /** Whether the access token stands in the string-to-sign. */
  signsToken: boolean;
}

function required<T>(key: T | undefined, name: string): T {
  if (key === undefined) throw new Error(`the scheme needs the ${name}`);
  return key;
}

const hmacSha512: Algorithm = {
  keyKind: 'secret',
  algorithm: 'HMAC-SHA512',
  sign: ({ clientSecret }, text) => signHmacSha512(required(clientSecret, 'client secret'), text),
  verify: ({ clientSecret }, text, signature) =>
    verifyHmacSha512(required(clientSecret, 'client secret'), text, signature),
  signatureLength: () => 64,
};

const sha256Rsa: Algorithm = {
  keyKind: 'rsa',
  algorithm: 'SHA256withRSA',
  sign: ({ privateKey }, text) => signSha256Rsa(required(privateKey, 'private key'), text),
  verify: ({ publicKey }, text, signature) =>
    verifySha256Rsa(required(publicKey, 'public key'), text, signature),
  signatureLength: (rsaKey) => rsaSignatureLength(required(rsaKey, 'RSA key')),
};

/** The schemes of the transaction signature, by name. */
export const schemes: Readonly<Record<SchemeName, Scheme>> = {
  /**
   * Type 1, the default: symmetric with Get Token.
   *
   * Source: ASPI, transaction headers: X-SIGNATURE; string-to-sign: symmetric signature.
   */
  symmetric: {
    ...hmacSha512,
    carriesToken: true,
    signsToken: true,
  },
  /**
   * Type 2: asymmetric without Get Token.
   *
   * Source: ASPI, transaction headers: X-SIGNATURE, and Authorization, which is conditional;
   * string-to-sign: asymmetric signature.
   */
  asymmetric: {
    ...sha256Rsa,
    carriesToken: false,
    signsToken: false,
  },
  /**
   * The signature of type 2 on requests that carry a token. The standard names no such type, but Brick
   * asks for a token and an asymmetric signature (docs.onebrick.io, QRIS acceptance).
   *
   * Source: ASPI, string-to-sign: asymmetric signature, which has no token.
   */
  'asymmetric-with-token': {
    ...sha256Rsa,
    carriesToken: true,
    signsToken: false,
  },
};
