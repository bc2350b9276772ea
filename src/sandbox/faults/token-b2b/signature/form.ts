import { decodeSignature, verifySha256Rsa } from '../../../../protocol/signature.js';
import { alsoRefuse } from '../../../policies/change-policy.js';
import { signatureLength } from '../../../tokens/client.js';
import { readOtherEncodings } from '../../../tokens/read-signature.js';
import type { TokenB2bFault } from '../../fault.js';
import { differingBits } from '../../shared/differing-bits.js';
import { acceptSignature, rightSignature } from '../../shared/token-signature.js';

/** The shortest piece of a signature that counts as a part of it, in bytes. */
const shortestPart = 8;
/** The longest text that is taken for a signature with something added, in bytes. */
const longestWhole = 1024;

/** What is wrong with how X-SIGNATURE is decoded, and how its bytes are compared. */
export const tokenB2bSignatureFormFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'overlooks-one-bit',
    title: 'compares all of the signature but one bit',
    trips: ['token-b2b/signature/refuses-bit-flip'],
    needsPrivateKeys: true,
    apply: (policy) =>
      acceptSignature(policy, (sent) => {
        const right = rightSignature(sent);
        return sent.bytes?.length === right.length && differingBits(sent.bytes, right) === 1;
      }),
  },
  {
    service: 'token-b2b',
    name: 'compares-common-part',
    title: 'compares signatures only as far as the shorter one goes',
    trips: ['token-b2b/signature/refuses-wrong-length'],
    needsPrivateKeys: true,
    apply: (policy) =>
      acceptSignature(policy, (sent) => {
        // A signature's text that was cut short can be Base64 whose last group is incomplete.
        if (!/^[A-Za-z0-9+/]+={0,2}$/.test(sent.text)) return false;
        const bytes = Buffer.from(sent.text, 'base64');
        const right = rightSignature(sent);
        if (bytes.length < shortestPart || bytes.length > longestWhole) return false;
        if (bytes.length === right.length) return false;
        const [shorter, longer] = bytes.length < right.length ? [bytes, right] : [right, bytes];
        return (
          longer.subarray(0, shorter.length).equals(shorter) ||
          longer.subarray(longer.length - shorter.length).equals(shorter)
        );
      }),
  },
  {
    service: 'token-b2b',
    name: 'takes-uniform-bytes',
    title: 'takes a signature whose bytes are all alike, as arithmetic with 0 and 1 lets it',
    trips: ['token-b2b/signature/refuses-random-bytes'],
    apply: (policy) =>
      acceptSignature(
        policy,
        ({ client, bytes }) =>
          bytes?.length === signatureLength(client) && bytes.every((byte) => byte === bytes[0]),
      ),
  },
  {
    service: 'token-b2b',
    name: 'lax-base64',
    title: 'decodes Base64 with a decoder that skips what it does not know',
    trips: ['token-b2b/signature/refuses-not-base64'],
    apply: (policy) =>
      acceptSignature(policy, ({ client, text, bytes, stringToSign }) => {
        const lax = Buffer.from(text.replace(/[^A-Za-z0-9+/]/g, ''), 'base64');
        return bytes === undefined && verifySha256Rsa(client.publicKey, stringToSign, lax);
      }),
  },
  {
    service: 'token-b2b',
    name: 'letter-case-aside',
    title: 'compares Base64 texts without regard to letter case',
    trips: ['token-b2b/signature/refuses-letter-case-change'],
    needsPrivateKeys: true,
    apply: (policy) =>
      acceptSignature(
        policy,
        (sent) => sent.text.toLowerCase() === rightSignature(sent).toString('base64').toLowerCase(),
      ),
  },
  {
    service: 'token-b2b',
    name: 'refuses-other-encodings',
    title: 'takes Base64 alone although its document allows other encodings',
    trips: ['token-b2b/signature/other-encodings'],
    overrides: { 'token-b2b': { signature: { otherEncodings: 'accept' } } },
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        decodeSignature(header('X-SIGNATURE') ?? '', 'base64')
          ? undefined
          : { faultClass: 'invalid-signature', field: 'X-SIGNATURE' },
      ),
  },
  {
    service: 'token-b2b',
    name: 'takes-other-encodings',
    title: 'takes signatures in hex, Base64url, wrapped or without padding',
    trips: ['token-b2b/signature/other-encodings'],
    // No shipped document says whether other encodings are allowed.
    overrides: { 'token-b2b': { signature: { otherEncodings: 'refuse' } } },
    apply: (policy) =>
      acceptSignature(policy, ({ client, text, stringToSign }) => {
        const bytes = readOtherEncodings(text);
        return bytes !== undefined && verifySha256Rsa(client.publicKey, stringToSign, bytes);
      }),
  },
];
