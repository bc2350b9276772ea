import type { Mutation } from '../../src/engine/draft.js';
import type { TransactionDraft } from '../../src/engine/transaction-draft.js';

/** The named differences from the control that the suites of transactions make. */

/** Another body, signed as it stands. */
export function body(content: string | Buffer, name: string): Mutation<TransactionDraft> {
  return {
    name,
    field: 'body',
    apply: (draft) => ({ ...draft, body: Buffer.from(content as string) }),
  };
}
