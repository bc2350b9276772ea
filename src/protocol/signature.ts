import { constants, createHmac, type KeyObject, sign, timingSafeEqual, verify } from 'node:crypto';

/** How the bytes of a signature are written in X-SIGNATURE. */
export type SignatureEncoding = 'base64' | 'hex';

function bytesOf(data: string | Buffer): Buffer {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
}

/**
 * Signs with SHA256withRSA, which is RSASSA-PKCS1-v1_5 over SHA-256 (RFC 8017, section 8.2).
 *
 * Runs on the thread pool, so many requests can be signed at once.
 *
 * @param key an RSA private key
 * @param data text is taken as UTF-8
 * @returns the signature, as many bytes as the modulus has; rejects when the key can't sign
 */
export function signSha256Rsa(key: KeyObject, data: string | Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sign(
      'sha256',
      bytesOf(data),
      { key, padding: constants.RSA_PKCS1_PADDING },
      (error, signature) => {
        if (error) reject(error);
        else resolve(signature);
      },
    );
  });
}

/**
 * Says whether a SHA256withRSA signature holds (RFC 8017, section 8.2.2).
 *
 * @param key an RSA public key
 * @param data text is taken as UTF-8
 * @returns false for a signature of any other length, content or scheme; never throws for one
 */
export function verifySha256Rsa(key: KeyObject, data: string | Buffer, signature: Buffer): boolean {
  return verify('sha256', bytesOf(data), { key, padding: constants.RSA_PKCS1_PADDING }, signature);
}

/** How many bytes the RSA signatures of a key have: as many as its modulus (RFC 8017, section 8.2). */
export function rsaSignatureLength(key: KeyObject): number {
  return Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
}

/** Writes a signature as Base64 with padding (RFC 4648, section 4) or as lower-case hex. */
export function encodeSignature(bytes: Buffer, encoding: SignatureEncoding): string {
  return bytes.toString(encoding);
}

/**
 * Reads a signature, and accepts only the encoding asked for. Hex may have letters of either case. An
 * empty text is an empty signature.
 *
 * @returns undefined for other characters, white space, missing or superfluous padding, and Base64
 * whose unused last bits aren't zero (RFC 4648, sections 3.2 to 3.5)
 */
export function decodeSignature(text: string, encoding: SignatureEncoding): Buffer | undefined {
  // Node's decoders skip characters that they don't know, or stop there. Only a text that is the same
  // once decoded and encoded again was written in that encoding.
  const bytes = Buffer.from(text, encoding);
  const asWritten = encoding === 'hex' ? text.toLowerCase() : text;
  return bytes.toString(encoding) === asWritten ? bytes : undefined;
}

/**
 * Signs with HMAC-SHA512 (RFC 2104), the symmetric signature of transactions.
 *
 * @param secret the client secret, taken as text as it is: not decoded from Base64
 * @returns 64 bytes
 */
export function signHmacSha512(secret: string, data: string | Buffer): Buffer {
  return createHmac('sha512', secret).update(bytesOf(data)).digest();
}

/** Says whether an HMAC-SHA512 signature holds; false for one of any other length. */
export function verifyHmacSha512(
  secret: string,
  data: string | Buffer,
  signature: Buffer,
): boolean {
  const right = signHmacSha512(secret, data);
  return right.length === signature.length && timingSafeEqual(right, signature);
}
