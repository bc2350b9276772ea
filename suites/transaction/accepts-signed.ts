import { type AcceptsOptions, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check } from '../../src/engine/checks/check.js';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import { say, type Text } from '../../src/messages/message.js';
import { acceptsOrPutsAside } from '../shared/puts-aside.js';
import { signatureBytes, wrongSignature } from './signature-mutations.js';

const { as: faultClass, field: faultField } = wrongSignature;

/** A signature that is certainly wrong. The answer to it tells a refused signature from another refusal. */
const broken = signatureBytes(say('transaction/signature/last-bit-flipped'), (bytes) => {
  const flipped = Buffer.from(bytes);
  flipped[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return flipped;
});

/**
 * A refusal counts if its status and code are those of a wrong signature. The target may also refuse a
 * request for its content, a number of twenty digits for instance: such a refusal is put aside.
 */
function judgeSigned(aside: Text[]): Judge<'transaction'> {
  return async (observed, t) => {
    const verdict = judgeAccepted(observed, t);
    if (verdict === undefined || verdict === null) return verdict;
    const wrong = await t.session.probe(broken, { faultClass, faultField });
    if (!wrong.answer) return null;
    const { status, code } = wrong.answer;
    if (observed.answer?.status === status && observed.answer.code === code) return verdict;
    aside.push(t.describe(observed));
    return undefined;
  };
}

/** A check that the rightly signed requests of a family are carried out. */
export function acceptsSigned<T>(
  name: string,
  options: AcceptsOptions<T, 'transaction'>,
): Check<'transaction'> {
  return acceptsOrPutsAside(name, { ...options, namesRule: true }, judgeSigned, {
    all: (said) => say('transaction/signature/all-refused-for-another-reason', said),
    some: (said) => say('transaction/signature/some-refused-for-another-reason', said),
  });
}
