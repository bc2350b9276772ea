import fc from 'fast-check';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { say } from '../../src/messages/message.js';
import { schemes } from '../../src/protocol/scheme.js';
import * as families from '../shared/arbitraries/signatures.js';
import { otherEncodings, requireBase64 } from '../shared/other-encodings.js';
import { signatureBytes, signatureText, wrongSignature } from './signature-mutations.js';

function lengthFor({ settings, session }: CheckContext<'transaction'>): number {
  return schemes[settings.scheme].signatureLength(session.signer.key);
}

/** Right signatures that were changed after they were made, or are written in another way. */
export const refusedForms: readonly Check<'transaction'>[] = [
  refuses<number, 'transaction'>('refuses-bit-flip', {
    ...wrongSignature,
    property: (t) => fc.integer({ min: 0, max: lengthFor(t) * 8 - 1 }),
    examples: (t) => families.bitExamples(lengthFor(t)),
    mutate: (bit) =>
      signatureBytes(say('shared/signature/bit-flipped'), (bytes) => families.flipBit(bytes, bit)),
  }),
  refuses<families.LengthChange, 'transaction'>('refuses-wrong-length', {
    ...wrongSignature,
    property: (t) => families.lengthChange(lengthFor(t)),
    examples: (t) => families.lengthChangeExamples(lengthFor(t)),
    mutate: (change) =>
      signatureBytes(say('transaction/signature/cut-or-extended'), (bytes) =>
        families.changeLength(bytes, change),
      ),
  }),
  refuses<number, 'transaction'>('refuses-letter-case-change', {
    ...wrongSignature,
    when: requireBase64,
    property: () => fc.integer({ min: 0, max: 339 }),
    examples: () => families.letterExamples,
    mutate: (index) =>
      signatureText(say('transaction/signature/letter-case-changed'), (text) =>
        families.flipLetterCase(text, index),
      ),
  }),
  otherEncodings<'transaction'>(signatureText),
];
