import fc from 'fast-check';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { say } from '../../src/messages/message.js';
import type { TokenServiceId } from '../../src/protocol/services.js';
import { rsaSignatureLength } from '../../src/protocol/signature.js';
import {
  bitExamples,
  flipBit,
  madeUpBytes,
  madeUpBytesExamples,
} from './arbitraries/signatures.js';
import { clientId, signatureBytes, signing } from './token-mutations.js';

const asked = { as: 'invalid-signature', field: 'X-SIGNATURE' } as const;

/** Bytes of the configured key's signatures. */
const lengthFor = <S extends TokenServiceId>(t: CheckContext<S>) =>
  rsaSignatureLength(t.session.signer.key);

/** A signature that is right except for one bit. */
export function refusesBitFlip<S extends TokenServiceId>(): Check<S> {
  return refuses<number, S>('refuses-bit-flip', {
    ...asked,
    property: (t) => fc.integer({ min: 0, max: lengthFor(t) * 8 - 1 }),
    examples: (t) => bitExamples(lengthFor(t)),
    mutate: (bit) =>
      signatureBytes(say('shared/signature/bit-flipped'), (bytes) => flipBit(bytes, bit)),
  });
}

/** As many bytes as a signature has, made with no key. */
export function refusesRandomBytes<S extends TokenServiceId>(): Check<S> {
  return refuses<string, S>('refuses-random-bytes', {
    ...asked,
    property: (t) => madeUpBytes(lengthFor(t)),
    examples: (t) => madeUpBytesExamples(lengthFor(t)),
    mutate: (hex) => signatureBytes(say('shared/signature/made-up'), () => Buffer.from(hex, 'hex')),
  });
}

/** One registered client's key for another one's requests, both ways round. */
export function refusesOthersKeys<S extends TokenServiceId>(): Check<S>[] {
  const when = (t: CheckContext<S>) => void t.requireOtherClient();
  return [
    refuses<never, S>('refuses-other-client-key', {
      ...asked,
      when,
      probes: (t) => {
        const other = t.requireOtherClient();
        return [
          signing(say('shared/signature/by-other-client'), () => ({
            sign: (data) => other.sign(data),
          })),
        ];
      },
    }),
    refuses<never, S>('refuses-own-key-for-other-client', {
      ...asked,
      when,
      probes: (t) => [
        clientId(t.requireOtherClient().clientId, say('shared/signature/for-other-client')),
      ],
    }),
  ];
}
