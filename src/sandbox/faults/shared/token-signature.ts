import { constants, createHash, type KeyObject, publicDecrypt, sign } from 'node:crypto';
import { decodeSignature } from '../../../protocol/signature.js';
import { letPass } from '../../policies/change-policy.js';
import type { TokenPolicy } from '../../policies/policy.js';
import { type RegisteredClient, signatureLength } from '../../tokens/client.js';
import type { TokenAttempt } from '../../tokens/policy.js';
import { signedText } from '../../tokens/steps.js';

/** A signature that doesn't verify, and what it came with. */
export interface SentSignature {
  attempt: TokenAttempt;
  client: RegisteredClient;
  clientId: string;
  timestamp: string;
  /** X-SIGNATURE as sent. */
  text: string;
  /** Its bytes; undefined if it isn't proper Base64. */
  bytes: Buffer | undefined;
  /** What it should have been made over. */
  stringToSign: string;
}

/** Takes some of the signatures that don't verify. */
export function acceptSignature<P extends TokenPolicy>(
  policy: P,
  accepts: (sent: SentSignature) => boolean,
): P {
  return letPass(policy, ['signature'] as (keyof P['steps'] & string)[], (attempt) => {
    const { client, header } = attempt;
    if (!client) return false;
    const clientId = header('X-CLIENT-KEY') ?? '';
    const timestamp = header('X-TIMESTAMP') ?? '';
    const text = header('X-SIGNATURE') ?? '';
    return accepts({
      attempt,
      client,
      clientId,
      timestamp,
      text,
      bytes: decodeSignature(text, 'base64'),
      stringToSign: signedText(attempt, policy.settings.signature),
    });
  });
}

// RFC 8017 section 9.2, note 1: DigestInfo of SHA-256 up to the digest.
const sha256Prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** What an RSASSA-PKCS1-v1_5 signature holds; undefined if another key made it. */
export function signedDigestInfo(key: KeyObject, signature: Buffer): Buffer | undefined {
  try {
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
  } catch {
    return undefined;
  }
}

/** True if the client's key signed one of these texts with SHA-256. Takes one RSA operation for all. */
export function signsOneOf(
  { client, bytes }: Pick<SentSignature, 'client' | 'bytes'>,
  texts: Iterable<string>,
): boolean {
  const info = bytes && signedDigestInfo(client.publicKey, bytes);
  if (!info?.subarray(0, sha256Prefix.length).equals(sha256Prefix)) return false;
  const digest = info.subarray(sha256Prefix.length);
  for (const text of texts) {
    if (createHash('sha256').update(text).digest().equals(digest)) return true;
  }
  return false;
}

/** The signature that the client would have made: PKCS#1 v1.5 always gives the same bytes. */
export function rightSignature({ client, stringToSign }: SentSignature): Buffer {
  if (!client.privateKey) throw new Error(`no private key of ${client.clientId}`);
  return sign('sha256', Buffer.from(stringToSign), client.privateKey);
}

/** The encoded message under a signature, whatever its form; undefined if the signature is out of range. */
export function encodedMessageOf(key: KeyObject, signature: Buffer): Buffer | undefined {
  try {
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
  } catch {
    return undefined;
  }
}

/** The DigestInfo of a text's SHA-256 digest (RFC 8017 section 9.2, note 1). */
export function sha256DigestInfo(text: string): Buffer {
  return Buffer.concat([sha256Prefix, createHash('sha256').update(text).digest()]);
}

/**
 * A signature whose number is out of range, reduced by the modulus and as long as it. Undefined for a
 * number in range: if something is wrong with that, such as zeros before it, it is something else.
 */
export function reducedSignature({
  client,
  bytes,
}: Pick<SentSignature, 'client' | 'bytes'>): Buffer | undefined {
  const { n = '' } = client.publicKey.export({ format: 'jwk' });
  const modulus = BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`);
  const number = BigInt(`0x0${bytes?.toString('hex') ?? ''}`);
  if (number < modulus) return undefined;
  const digits = (number % modulus).toString(16);
  return Buffer.from(digits.padStart(signatureLength(client) * 2, '0'), 'hex');
}
