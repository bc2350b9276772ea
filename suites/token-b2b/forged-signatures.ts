import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { type Message, say } from '../../src/messages/message.js';
import { rsaSignatureLength } from '../../src/protocol/signature.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { signing } from '../shared/token-mutations.js';
import {
  type DigestInfoForgery,
  digestInfo,
  digestInfoForgery,
  digestInfoForgeryExamples,
  digestInfoWithoutNull,
} from './forgeries/digest-info.js';
import { encodedMessage } from './forgeries/encoded-message.js';
import {
  type PaddingForgery,
  paddingForgery,
  paddingForgeryExamples,
  withForgedPadding,
} from './forgeries/padding.js';
import { plusModulus, signRaw } from './forgeries/raw-signature.js';
import {
  type TrailingGarbage,
  trailingGarbage,
  trailingGarbageExamples,
  withTrailingGarbage,
} from './forgeries/trailing-garbage.js';

const judgedAs = { as: 'invalid-signature', field: 'X-SIGNATURE' } as const;

const lengthFor = (t: CheckContext<'token-b2b'>) => rsaSignatureLength(t.session.signer.key);
const digestInfoLength = digestInfo(Buffer.alloc(32)).length;

/**
 * The client's own key applied to an encoded message that isn't the prescribed one. A verifier that
 * compares EM as a whole refuses each of them (RFC 8017, section 8.2.2, steps 3 and 4).
 */
function forging(name: Message, encode: (length: number, digest: Buffer) => Buffer): Mutation {
  return signing(name, (_, { key }) => ({
    sign: (text) =>
      signRaw(key, encode(rsaSignatureLength(key), createHash('sha256').update(text).digest())),
  }));
}

interface OutOfRange {
  times: number;
  /** Age of the timestamp: each instant has its own signature, and the sum fits with some of them only. */
  secondsAgo: number;
}

const outOfRange: fc.Arbitrary<OutOfRange> = fc.record({
  times: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 255 })),
  secondsAgo: fc.integer({ min: 0, max: 10 }),
});

/** The modulus once, at as many instants as there are: with one of them the sum will fit. */
const outOfRangeExamples: readonly OutOfRange[] = Array.from({ length: 11 }, (_, secondsAgo) => ({
  times: 1,
  secondsAgo,
}));

/** Signatures that the right key made over an encoded message of the wrong form. */
export const forgedSignatures: readonly Check<'token-b2b'>[] = [
  refuses('refuses-forged-padding', {
    ...judgedAs,
    property: (t) => paddingForgery(lengthFor(t), digestInfoLength),
    examples: () => paddingForgeryExamples,
    mutate: (forgery: PaddingForgery) =>
      forging(say('token-b2b/signature/forged-padding'), (length, digest) =>
        withForgedPadding(length, digestInfo(digest), forgery),
      ),
  }),
  refuses('refuses-forged-digest-info', {
    ...judgedAs,
    property: () => digestInfoForgery,
    examples: () => digestInfoForgeryExamples,
    mutate: (forgery: DigestInfoForgery) =>
      forging(say('token-b2b/signature/forged-digest-info'), (length, digest) =>
        encodedMessage(length, digestInfo(digest, forgery)),
      ),
  }),
  refuses('refuses-trailing-garbage', {
    ...judgedAs,
    property: (t) => trailingGarbage(lengthFor(t)),
    examples: () => trailingGarbageExamples,
    mutate: (garbage: TrailingGarbage) =>
      forging(say('token-b2b/signature/trailing-garbage'), (length, digest) =>
        withTrailingGarbage(length, digest, garbage),
      ),
  }),
  refuses('refuses-missing-null', {
    ...judgedAs,
    probes: () => [
      forging(say('token-b2b/signature/missing-null'), (length, digest) =>
        encodedMessage(length, digestInfoWithoutNull(digest)),
      ),
    ],
  }),
  refuses('refuses-signature-plus-modulus', {
    ...judgedAs,
    property: () => outOfRange,
    examples: () => outOfRangeExamples,
    mutate: ({ times, secondsAgo }: OutOfRange, t) => {
      const name = say('token-b2b/signature/plus-modulus', { times });
      return {
        name,
        field: 'header X-SIGNATURE',
        apply: (draft) =>
          signing(name, (right, { key }) => ({
            encode: (bytes) => right.encode(plusModulus(key, bytes, times)),
          })).apply({
            ...draft,
            timestamp: formatTimestamp(t.now - secondsAgo * 1000, t.session.controlForm),
          }),
      };
    },
  }),
];
