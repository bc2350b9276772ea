import { createPrivateKey } from 'node:crypto';

/**
 * The numbers of a private key that nobody else may know, as bytes: a key can come back as PKCS#1, as JWK or in
 * hex, and in none of them does its PEM stand. None for what is no key.
 */
export function secretNumbers(pem: string): Buffer[] {
  try {
    const { d, p, q, dp, dq, qi } = createPrivateKey(pem).export({ format: 'jwk' });
    return [d, p, q, dp, dq, qi].flatMap((number) =>
      number === undefined ? [] : [Buffer.from(number, 'base64url')],
    );
  } catch {
    // With a passphrase, or of a kind without a JWK: its text alone is known then.
    return [];
  }
}
