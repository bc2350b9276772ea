import { type AcceptsOptions, accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check } from '../../src/engine/checks/check.js';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import { untested } from '../../src/engine/session/outcome.js';
import type { Text } from '../../src/messages/message.js';
import { signatureBytes, wrongSignature } from './signature-mutations.js';

const { as: faultClass, field: faultField } = wrongSignature;

/** A signature that is surely wrong: what the target says to it tells a refused signature from another refusal. */
const broken = signatureBytes('the last bit of the signature was flipped', (bytes) => {
  const flipped = Buffer.from(bytes);
  flipped[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return flipped;
});

/**
 * A refusal counts where its status and code are those of a wrong signature. What is sent may also be
 * refused for itself, a number of twenty digits for instance: that is put aside.
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

/** A check that rightly signed requests of a family are carried out, whatever a wrong rule makes of them. */
export function acceptsSigned<T>(
  name: string,
  options: AcceptsOptions<T, 'transaction'>,
): Check<'transaction'> {
  const judgedBy = (aside: Text[]) =>
    accepts(name, { ...options, namesRule: true, judge: judgeSigned(aside) });
  return {
    ...judgedBy([]),
    run: async (t) => {
      const aside: Text[] = [];
      const finding = await judgedBy(aside).run(t);
      const { outcome, runs = 0, exchanges } = finding;
      const [first] = aside;
      if (outcome !== 'passed' || first === undefined) return finding;
      const accepted = runs - aside.length;
      const why = `refused for another reason than the signature (${first})`;
      if (accepted === 0) throw untested(`all ${runs} variations were ${why}`, exchanges);
      return {
        ...finding,
        message: `${accepted} variations were accepted, ${aside.length} ${why}`,
      };
    },
  };
}
