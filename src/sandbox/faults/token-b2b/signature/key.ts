import { constants, createHash, verify } from 'node:crypto';
import { ofTokenB2b, type TokenB2bFault } from '../../fault.js';
import { differingBits } from '../../shared/differing-bits.js';
import { fiveSecondWindow } from '../../shared/five-second-window.js';
import { clientsOf, isFirstsForOthers, isOthersForFirst } from '../../shared/others-keys.js';
import {
  acceptSignature,
  encodedMessageOf,
  reducedSignature,
  rightSignature,
  type SentSignature,
  signedDigestInfo,
} from '../../shared/token-signature.js';

function verifiesPss({ client, stringToSign, bytes }: SentSignature): boolean {
  const key = {
    key: client.publicKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_AUTO,
  };
  return bytes !== undefined && verify('sha256', Buffer.from(stringToSign), key, bytes);
}

/** True if the client's own key was involved: the right digest is under it, or the right number out of range. */
function isForged(sent: SentSignature): boolean {
  const { client, bytes, stringToSign } = sent;
  const message = bytes && encodedMessageOf(client.publicKey, bytes);
  const digest = createHash('sha256').update(stringToSign).digest();
  return message?.includes(digest) || reducedSignature(sent)?.equals(rightSignature(sent)) === true;
}

/** True for a signature that no registered key made, and that isn't nearly one that such a key made. */
function isOfUnregisteredKey(sent: SentSignature): boolean {
  const { bytes, text } = sent;
  const right = rightSignature(sent);
  return (
    bytes?.length === right.length &&
    differingBits(bytes, right) > 64 &&
    text.toLowerCase() !== right.toString('base64').toLowerCase() &&
    !verifiesPss(sent) &&
    !isForged(sent) &&
    !clientsOf(sent).some(({ publicKey }) => signedDigestInfo(publicKey, bytes))
  );
}

/** What is wrong with the key or the scheme that a signature is verified with. */
export const tokenB2bSignatureKeyFaults: readonly TokenB2bFault[] = [
  ofTokenB2b(fiveSecondWindow),
  {
    service: 'token-b2b',
    name: 'takes-strangers-signatures',
    title: 'takes a signature that no registered key can open, as one it has no key for yet',
    // Without a stranger's key, a signature made with it looks like random bytes.
    trips: [
      'token-b2b/signature/refuses-unregistered-key',
      'token-b2b/signature/refuses-random-bytes',
    ],
    needsPrivateKeys: true,
    apply: (policy) => acceptSignature(policy, isOfUnregisteredKey),
  },
  {
    service: 'token-b2b',
    name: 'any-key-for-the-first-client',
    title: "verifies the first client's requests with every key that it holds",
    trips: ['token-b2b/signature/refuses-other-client-key'],
    apply: (policy) => acceptSignature(policy, isOthersForFirst),
  },
  {
    service: 'token-b2b',
    name: 'first-key-opens-all',
    title: "takes the first client's key as a master key that speaks for every client",
    trips: ['token-b2b/signature/refuses-own-key-for-other-client'],
    apply: (policy) => acceptSignature(policy, isFirstsForOthers),
  },
  {
    service: 'token-b2b',
    name: 'takes-other-digests',
    title: 'lets the signature name its own digest: MD5, SHA-1, SHA-384 or SHA-512',
    trips: ['token-b2b/signature/refuses-other-digest'],
    apply: (policy) =>
      acceptSignature(
        policy,
        ({ client, bytes, stringToSign }) =>
          bytes !== undefined &&
          ['md5', 'sha1', 'sha384', 'sha512'].some((digest) =>
            verify(digest, Buffer.from(stringToSign), client.publicKey, bytes),
          ),
      ),
  },
  {
    service: 'token-b2b',
    name: 'takes-pss',
    title: 'takes RSASSA-PSS as well as PKCS#1 v1.5',
    trips: ['token-b2b/signature/refuses-pss'],
    apply: (policy) => acceptSignature(policy, verifiesPss),
  },
];
