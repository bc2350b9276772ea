import { constants, createPublicKey, type KeyObject, privateEncrypt } from 'node:crypto';

/**
 * RSASP1 (RFC 8017, section 5.2.1): the private key applied to an encoded message as it stands.
 *
 * @param message has as many bytes as the modulus, and is a smaller number
 */
export function signRaw(key: KeyObject, message: Buffer): Buffer {
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, message);
}

/**
 * The signature's number plus a multiple of the modulus: out of range, but the same to arithmetic that
 * reduces it (RFC 8017, section 5.2.2, step 1). It is as long as the modulus if it fits, else a byte longer.
 */
export function plusModulus(key: KeyObject, signature: Buffer, times: number): Buffer {
  const { n = '' } = createPublicKey(key).export({ format: 'jwk' });
  const modulus = BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`);
  const sum = BigInt(`0x${signature.toString('hex')}`) + modulus * BigInt(times);
  const digits = sum.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
}
