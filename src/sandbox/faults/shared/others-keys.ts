import { verifySha256Rsa } from '../../../protocol/signature.js';
import type { RegisteredClient } from '../../tokens/client.js';
import type { SentSignature } from './token-signature.js';

/** All registered clients, in the order of their registration. */
export function clientsOf({ attempt }: SentSignature): RegisteredClient[] {
  return [...attempt.clients.values()];
}

/** True for a request of the first client that another client's key signed. */
export function isOthersForFirst(sent: SentSignature): boolean {
  const [first, ...others] = clientsOf(sent);
  return sent.client === first && others.some((other) => isSignedBy(other, sent));
}

/** True for a request of another client that the first client's key signed. */
export function isFirstsForOthers(sent: SentSignature): boolean {
  const [first] = clientsOf(sent);
  return first !== undefined && sent.client !== first && isSignedBy(first, sent);
}

function isSignedBy(
  { publicKey }: RegisteredClient,
  { bytes, stringToSign }: SentSignature,
): boolean {
  return bytes !== undefined && verifySha256Rsa(publicKey, stringToSign, bytes);
}
