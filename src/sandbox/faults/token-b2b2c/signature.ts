import { parseTimestamp } from '../../../protocol/timestamp.js';
import { letPass } from '../../policies/change-policy.js';
import type { TokenAttempt } from '../../tokens/policy.js';
import { ofTokenB2b2c, type TokenB2b2cFault } from '../fault.js';
import { differingBits } from '../shared/differing-bits.js';
import { fiveSecondWindow } from '../shared/five-second-window.js';
import { clientsOf, isFirstsForOthers, isOthersForFirst } from '../shared/others-keys.js';
import {
  acceptSignature,
  rightSignature,
  type SentSignature,
  signedDigestInfo,
  signsOneOf,
} from '../shared/token-signature.js';

/** Takes some signatures that don't verify, and then any code or refresh token as the client's own. */
function takesSignatures(
  name: string,
  title: string,
  trips: string,
  accepts: (sent: SentSignature) => boolean,
): TokenB2b2cFault {
  return {
    service: 'token-b2b2c',
    name,
    title,
    trips: [`token-b2b2c/signature/${trips}`],
    needsPrivateKeys: true,
    apply: (policy) => {
      const taken = new WeakSet<TokenAttempt>();
      const accepting = acceptSignature(policy, (sent) => {
        const takes = accepts(sent);
        if (takes) taken.add(sent.attempt);
        return takes;
      });
      return letPass(accepting, ['codeOwner', 'refreshTokenOwner'], (attempt) =>
        taken.has(attempt),
      );
    },
  };
}

/** Signatures of timestamps at most so many seconds earlier or later are tried. */
const nearby = 601;

/** The strings-to-sign of the timestamps near the one that is sent. */
function* neighbours({ clientId, timestamp }: SentSignature): Iterable<string> {
  const parsed = parseTimestamp(timestamp);
  if (!parsed.ok) return;
  for (let seconds = -nearby; seconds <= nearby; seconds += 1) {
    if (seconds === 0) continue;
    const local = parsed.instant + parsed.offsetMinutes * 60_000 + seconds * 1000;
    yield `${clientId}|${new Date(local).toISOString().slice(0, 19)}${timestamp.slice(19)}`;
  }
}

/** What is wrong with how X-SIGNATURE is verified. */
export const tokenB2b2cSignatureFaults: readonly TokenB2b2cFault[] = [
  ofTokenB2b2c(fiveSecondWindow),
  takesSignatures(
    'b2b2c-takes-flipped-bits',
    'takes a signature that differs from the right one in a few bits',
    'refuses-bit-flip',
    (sent) => {
      const right = rightSignature(sent);
      return sent.bytes?.length === right.length && differingBits(sent.bytes, right) <= 64;
    },
  ),
  takesSignatures(
    'b2b2c-takes-made-up-signatures',
    'takes any bytes of the right length that no registered key made',
    'refuses-random-bytes',
    (sent) => {
      const { bytes } = sent;
      const right = rightSignature(sent);
      return (
        bytes?.length === right.length &&
        differingBits(bytes, right) > 64 &&
        !clientsOf(sent).some(({ publicKey }) => signedDigestInfo(publicKey, bytes))
      );
    },
  ),
  takesSignatures(
    'b2b2c-any-key-for-the-first-client',
    "verifies the first client's requests for customers with every key that it holds",
    'refuses-other-client-key',
    isOthersForFirst,
  ),
  takesSignatures(
    'b2b2c-first-key-opens-all',
    "takes the first client's key as a master key for every client's customers",
    'refuses-own-key-for-other-client',
    isFirstsForOthers,
  ),
  takesSignatures(
    'b2b2c-takes-signatures-of-other-times',
    'takes a signature of ten minutes around the timestamp that is sent',
    'refuses-other-timestamp',
    (sent) => signsOneOf(sent, neighbours(sent)),
  ),
  takesSignatures(
    'b2b2c-takes-swapped-order',
    'verifies timestamp|clientId as well',
    'refuses-swapped-order',
    (sent) => signsOneOf(sent, [`${sent.timestamp}|${sent.clientId}`]),
  ),
];
