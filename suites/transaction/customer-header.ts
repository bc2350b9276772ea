import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import type { Message } from '../../src/messages/message.js';

/** The headers of a call that is made for a customer (ASPI, transaction headers, B2B2C). */
export type CustomerHeader = 'Authorization-Customer' | 'X-DEVICE-ID';

/** A header of the call for a customer, changed; the signature doesn't cover it. */
export function customerHeader(
  header: CustomerHeader,
  name: Message,
  value: (right: string, draft: TransactionDraft) => string | undefined,
): Mutation<TransactionDraft> {
  return {
    name,
    field: `header ${header}`,
    apply: (draft) => ({
      ...draft,
      customerHeaders: draft.customerHeaders.flatMap(([own, right]): [string, string][] => {
        if (own !== header) return [[own, right]];
        const changed = value(right, draft);
        return changed === undefined ? [] : [[own, changed]];
      }),
    }),
  };
}
