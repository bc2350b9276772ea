import { createHash } from 'node:crypto';
import { verifySha256Rsa } from '../../../../protocol/signature.js';
import type { TokenB2bFault } from '../../fault.js';
import {
  acceptSignature,
  encodedMessageOf,
  reducedSignature,
  type SentSignature,
  sha256DigestInfo,
  signedDigestInfo,
} from '../../shared/token-signature.js';

// DigestInfo of SHA-256 up to the digest, its AlgorithmIdentifier without parameters.
const prefixWithoutNull = Buffer.from('302f300b06096086480165030402010420', 'hex');

function digestOf({ stringToSign }: SentSignature): Buffer {
  return createHash('sha256').update(stringToSign).digest();
}

function withoutNull(sent: SentSignature): Buffer {
  return Buffer.concat([prefixWithoutNull, digestOf(sent)]);
}

/** Takes signatures by what the encoded message under them holds. */
function readsMessage(
  name: string,
  title: string,
  trips: string,
  accepts: (message: Buffer, sent: SentSignature) => boolean,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/signature/${trips}`],
    apply: (policy) =>
      acceptSignature(policy, (sent) => {
        const message = sent.bytes && encodedMessageOf(sent.client.publicKey, sent.bytes);
        return message !== undefined && accepts(message, sent);
      }),
  };
}

/** Where the content begins after `00 01 FF … FF 00`, however few FF there are; -1 without such a head. */
function contentStart(message: Buffer): number {
  if (message[0] !== 0 || message[1] !== 1) return -1;
  const end = message.findIndex((byte, index) => index > 1 && byte !== 0xff);
  return message[end] === 0 ? end + 1 : -1;
}

/** Verifies by arithmetic modulo n, in which a number beyond the modulus equals its remainder. */
const reducing: TokenB2bFault = {
  service: 'token-b2b',
  name: 'reduces-signature-number',
  title: "reduces the signature's number by the modulus instead of checking its range",
  trips: ['token-b2b/signature/refuses-signature-plus-modulus'],
  apply: (policy) =>
    acceptSignature(policy, (sent) => {
      const { client, stringToSign } = sent;
      const reduced = reducedSignature(sent);
      return reduced !== undefined && verifySha256Rsa(client.publicKey, stringToSign, reduced);
    }),
};

/** Verifiers that parse the encoded message under a signature instead of comparing it as a whole. */
export const tokenB2bForgeryFaults: readonly TokenB2bFault[] = [
  readsMessage(
    'overlooks-padding',
    'compares the DigestInfo at the end of the decrypted signature, and not the padding before it',
    'refuses-forged-padding',
    (message, { stringToSign }) => {
      const info = sha256DigestInfo(stringToSign);
      return message.subarray(-info.length).equals(info);
    },
  ),
  {
    service: 'token-b2b',
    name: 'compares-digest-alone',
    title:
      'compares the last 32 bytes of the decrypted DigestInfo, and not the structure around them',
    trips: ['token-b2b/signature/refuses-forged-digest-info'],
    apply: (policy) =>
      acceptSignature(policy, (sent) => {
        const info = sent.bytes && signedDigestInfo(sent.client.publicKey, sent.bytes);
        if (info === undefined) return false;
        // A zero in the padding ends it early, and what then comes before the DigestInfo is more padding.
        const isContent = info.length === 32 || info[0] === 0x30;
        // Another requirement is about the form without NULL.
        return (
          isContent && info.subarray(-32).equals(digestOf(sent)) && !info.equals(withoutNull(sent))
        );
      }),
  },
  readsMessage(
    'overlooks-trailing-garbage',
    'reads the DigestInfo behind the padding, however short that is, and not what follows it',
    'refuses-trailing-garbage',
    (message, { stringToSign }) => {
      const start = contentStart(message);
      const info = sha256DigestInfo(stringToSign);
      return start > 0 && message.subarray(start, start + info.length).equals(info);
    },
  ),
  {
    service: 'token-b2b',
    name: 'takes-digest-info-without-null',
    title: 'also takes a DigestInfo without NULL parameters, as old implementations wrote it',
    trips: ['token-b2b/signature/refuses-missing-null'],
    apply: (policy) =>
      acceptSignature(
        policy,
        (sent) =>
          sent.bytes !== undefined &&
          signedDigestInfo(sent.client.publicKey, sent.bytes)?.equals(withoutNull(sent)) === true,
      ),
  },
  reducing,
];
