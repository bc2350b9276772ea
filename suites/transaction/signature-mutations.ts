import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { type RefusesOptions, refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import {
  type WrongTransactionRuleName,
  wrongTransactionRules,
} from '../../src/engine/request/wrong-transaction-rules.js';
import { signedBy } from '../../src/engine/services/transaction.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { type Scheme, schemes } from '../../src/protocol/scheme.js';
import * as signatures from '../shared/signature-mutations.js';

type Context = CheckContext<'transaction'>;

/** Another way to sign; everything else stays. */
export const signing = signatures.signing<TransactionDraft>;

/** The right signature's bytes, changed. */
export const signatureBytes = signatures.signatureBytes<TransactionDraft>;

/** The right signature's text, changed. */
export const signatureText = signatures.signatureText<TransactionDraft>;

/** What the probes of this area get wrong. */
export const wrongSignature = { as: 'invalid-signature', field: 'X-SIGNATURE' } as const;

/**
 * Signed by one of the known wrong rules.
 *
 * @param change What else is changed of the request before it is signed.
 */
export function ruled(
  t: Context,
  rule: WrongTransactionRuleName,
  change: (draft: TransactionDraft) => TransactionDraft = (draft) => draft,
): Mutation<TransactionDraft> {
  const known = wrongTransactionRules[rule];
  const wrong = signedBy(known, t.session.signer);
  return {
    ...wrong,
    name: say('shared/signature/by-rule', { rule: known.says }),
    apply: (draft) => wrong.apply(change(draft)),
  };
}

/** A check that the control is refused when it is signed by one of these wrong rules. */
export function refusesRules(
  name: string,
  rules: readonly WrongTransactionRuleName[],
  terms: Pick<RefusesOptions<never, 'transaction'>, 'when'> = {},
): Check<'transaction'> {
  return refuses(name, {
    ...wrongSignature,
    ...terms,
    probes: (t) => rules.map((rule) => ruled(t, rule)),
  });
}

/** The condition of a check that concerns only some schemes. */
export function onlyIf(concerns: (scheme: Scheme) => boolean): { when: (t: Context) => void } {
  return {
    when: ({ settings }) => {
      const scheme = schemes[settings.scheme];
      if (!concerns(scheme))
        throw inapplicable(
          say('transaction/signature/of-another-scheme', {
            scheme: say(`signing/schemes/${settings.scheme}`),
          }),
        );
    },
  };
}
