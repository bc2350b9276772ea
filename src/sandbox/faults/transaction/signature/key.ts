import { constants, createHmac, type KeyObject, sign, verify } from 'node:crypto';
import { decodeSignature } from '../../../../protocol/signature.js';
import type { RegisteredClient } from '../../../tokens/client.js';
import type { TransactionFault } from '../../fault.js';
import { alsoTake, type RefusedSignature } from '../../shared/also-signed.js';
import { differingBits } from '../../shared/differing-bits.js';
import { signedDigestInfo } from '../../shared/token-signature.js';

/** A signature that the documented key refuses, with its bytes. */
interface Forged extends RefusedSignature {
  bytes: Buffer;
}

function takes(
  name: string,
  title: string,
  trips: string,
  verifies: (forged: Forged) => boolean,
): TransactionFault {
  return {
    service: 'transaction',
    name: `transaction-takes-${name}`,
    title: `takes a signature ${title}`,
    trips: [`transaction/signature/${trips}`],
    apply: (policy) =>
      alsoTake(policy, (refused) => {
        const bytes = decodeSignature(refused.text, 'base64');
        return bytes !== undefined && verifies({ ...refused, bytes });
      }),
  };
}

function isHmac(
  { bytes, stringToSign }: Forged,
  key: string | Buffer,
  algorithm = 'sha512',
): boolean {
  return createHmac(algorithm, key).update(stringToSign).digest().equals(bytes);
}

function isRsa({ bytes, stringToSign }: Forged, key: KeyObject, algorithm = 'sha256'): boolean {
  return verify(algorithm, Buffer.from(stringToSign), key, bytes);
}

function isPss({ bytes, stringToSign, client }: Forged): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify('sha256', Buffer.from(stringToSign), { key: client.publicKey, padding }, bytes);
}

/** All registered clients except the one that sent the request. */
function othersOf({ attempt, client }: Forged): RegisteredClient[] {
  return [...attempt.clients.values()].filter((other) => other !== client);
}

/** True for a signature that no registered key made, and that isn't nearly one that such a key made. */
function isOfUnregisteredKey(forged: Forged): boolean {
  const { attempt, client, bytes, stringToSign, text } = forged;
  if (!client.privateKey) return false;
  const right = sign('sha256', Buffer.from(stringToSign), client.privateKey);
  return (
    bytes.length === right.length &&
    differingBits(bytes, right) > 64 &&
    text.toLowerCase() !== right.toString('base64').toLowerCase() &&
    !isPss(forged) &&
    ![...attempt.clients.values()].some(({ publicKey }) => signedDigestInfo(publicKey, bytes))
  );
}

const asymmetric = { overrides: { transaction: { scheme: 'asymmetric' } } } as const;

/** What is wrong with the key or the algorithm that a signature is verified with. */
export const transactionSignatureKeyFaults: readonly TransactionFault[] = [
  takes(
    'shortened-secret',
    'made with the beginning of the client secret',
    'refuses-wrong-secret',
    (forged) => {
      const { clientSecret } = forged.client;
      return [...clientSecret].some((_, length) => isHmac(forged, clientSecret.slice(0, length)));
    },
  ),
  takes(
    'any-clients-secret',
    "made with any registered client's secret",
    'refuses-other-client-secret',
    (forged) => othersOf(forged).some(({ clientSecret }) => isHmac(forged, clientSecret)),
  ),
  takes(
    'decoded-secret',
    'made with the client secret decoded from Base64',
    'refuses-decoded-secret',
    (forged) => isHmac(forged, Buffer.from(forged.client.clientSecret, 'base64url')),
  ),
  takes('rsa', "made with SHA256withRSA and the client's key", 'refuses-rsa', (forged) =>
    isRsa(forged, forged.client.publicKey),
  ),
  takes('weaker-hmac', 'made with HMAC-SHA256 or HMAC-SHA1', 'refuses-other-digest', (forged) =>
    ['sha256', 'sha1'].some((digest) => isHmac(forged, forged.client.clientSecret, digest)),
  ),
  {
    ...takes(
      'other-rsa-digests',
      'made with SHA1withRSA or SHA512withRSA',
      'refuses-other-digest',
      (forged) =>
        ['sha1', 'sha512'].some((digest) => isRsa(forged, forged.client.publicKey, digest)),
    ),
    ...asymmetric,
  },
  {
    ...takes(
      'hmac',
      'made with HMAC-SHA512 and the client secret, though it should be asymmetric',
      'refuses-hmac',
      (forged) => isHmac(forged, forged.client.clientSecret),
    ),
    ...asymmetric,
  },
  {
    ...takes('pss', 'made with RSASSA-PSS', 'refuses-pss', isPss),
    ...asymmetric,
  },
  {
    ...takes('any-key', 'made with any RSA key', 'refuses-unregistered-key', isOfUnregisteredKey),
    ...asymmetric,
    needsPrivateKeys: true,
  },
  {
    ...takes(
      'any-clients-key',
      "made with any registered client's key",
      'refuses-other-client-key',
      (forged) => othersOf(forged).some(({ publicKey }) => isRsa(forged, publicKey)),
    ),
    ...asymmetric,
  },
];
