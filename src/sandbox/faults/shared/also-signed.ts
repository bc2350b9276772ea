import type { RegisteredClient } from '../../tokens/client.js';
import type {
  SignedParts,
  TransactionAttempt,
  TransactionPolicy,
} from '../../transaction/policy.js';
import { stringToSignOf } from '../../transaction/steps.js';
import type { TransactionFault } from '../fault.js';

/** Verifies signatures over other parts than the documented ones, and takes no others. */
export function signedInstead(
  policy: TransactionPolicy,
  changed: Partial<SignedParts>,
): TransactionPolicy {
  return { ...policy, signed: { ...policy.signed, ...changed } };
}

/** A signature that the documented rule refuses. */
export interface RefusedSignature {
  attempt: TransactionAttempt;
  client: RegisteredClient;
  /** The value of X-SIGNATURE. */
  text: string;
  /** What it should have been made over. */
  stringToSign: string;
  /** The signature step's own verdict for another string-to-sign. */
  holdsOver(stringToSign: string): boolean;
}

/** Takes some signatures besides the documented one. */
export function alsoTake(
  policy: TransactionPolicy,
  takes: (refused: RefusedSignature) => boolean,
): TransactionPolicy {
  const { signature } = policy.steps;
  return {
    ...policy,
    steps: {
      ...policy.steps,
      signature: (attempt, current) => {
        const refusal = signature(attempt, current);
        const { client } = attempt;
        if (!refusal || !client) return refusal;
        const text = attempt.header('X-SIGNATURE') ?? '';
        const refused: RefusedSignature = {
          attempt,
          client,
          text,
          stringToSign: stringToSignOf(attempt, current),
          holdsOver: (other) => current.verify(other, text, client),
        };
        return takes(refused) ? undefined : refusal;
      },
    },
  };
}

/** A server that takes signatures over other parts as well as over the documented ones. */
export function alsoOver(
  fault: Omit<TransactionFault, 'service' | 'apply'>,
  changes: (right: SignedParts, attempt: TransactionAttempt) => readonly Partial<SignedParts>[],
): TransactionFault {
  return {
    ...fault,
    service: 'transaction',
    apply: (policy) =>
      alsoTake(policy, ({ attempt, holdsOver }) =>
        changes(policy.signed, attempt).some((changed) =>
          holdsOver(stringToSignOf(attempt, { signed: { ...policy.signed, ...changed } })),
        ),
      ),
  };
}
