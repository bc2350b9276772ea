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

/** Signed by one of the known wrong rules; the request itself may be changed too. */
export function ruled(
  t: Context,
  rule: WrongTransactionRuleName,
  change?: Mutation<TransactionDraft>,
): Mutation<TransactionDraft> {
  const known = wrongTransactionRules[rule];
  const wrong = signedBy(known, t.session.signer);
  return {
    ...wrong,
    name: `it was signed ${known.says}`,
    apply: (draft) => wrong.apply(change ? change.apply(draft) : draft),
  };
}

/** A check that the control, signed by each of some wrong rules, is refused. */
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

/** The condition of a check that concerns some schemes alone. */
export function onlyWhere(concerns: (scheme: Scheme) => boolean): { when: (t: Context) => void } {
  return {
    when: ({ settings }) => {
      const scheme = schemes[settings.scheme];
      if (!concerns(scheme)) throw inapplicable(`the signature of this profile is ${scheme.title}`);
    },
  };
}
