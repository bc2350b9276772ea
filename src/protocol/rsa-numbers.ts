import type { KeyObject } from 'node:crypto';

function numberOf(value: string | undefined): bigint {
  return BigInt(`0x0${Buffer.from(value ?? '', 'base64url').toString('hex')}`);
}

/**
 * Says whether the eight numbers of an RSA private key belong together (RFC 8017, section 3.2).
 *
 * A body with a wrong letter can often still be read, and OpenSSL doesn't check its numbers: it signs
 * with them, and nobody can verify the signatures.
 *
 * @param key an RSA private key of two primes
 */
export function rsaNumbersFit(key: KeyObject): boolean {
  const jwk = key.export({ format: 'jwk' });
  const [n, e, d] = [numberOf(jwk.n), numberOf(jwk.e), numberOf(jwk.d)];
  const [p, q] = [numberOf(jwk.p), numberOf(jwk.q)];
  const [dP, dQ, qInv] = [numberOf(jwk.dp), numberOf(jwk.dq), numberOf(jwk.qi)];
  if (p < 3n || q < 3n) return false;
  return (
    n === p * q &&
    (e * d) % (p - 1n) === 1n &&
    (e * d) % (q - 1n) === 1n &&
    dP === d % (p - 1n) &&
    dQ === d % (q - 1n) &&
    (qInv * q) % p === 1n
  );
}
