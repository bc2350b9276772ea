import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { type Message, say } from '../../src/messages/message.js';
import * as shared from '../shared/mutations.js';

/** The named differences from the control that the suites of transactions make. */

/** Another body, signed as it stands. */
export function withBody(content: string | Buffer, name: Message): Mutation<TransactionDraft> {
  return shared.withBody(content, name);
}

/** A right signature, but over another timestamp text than the one that is sent. */
export function signedOver(
  sent: string,
  signed: string,
  name: Message,
): Mutation<TransactionDraft> {
  return {
    name,
    field: 'header X-SIGNATURE',
    apply: (draft) => ({
      ...draft,
      timestamp: sent,
      signing: {
        ...draft.signing,
        stringToSign: (parts) => draft.signing.stringToSign({ ...parts, timestamp: signed }),
      },
    }),
  };
}

/** Another X-EXTERNAL-ID, made from the one that the request would have. */
export function externalId(
  change: (right: string) => string,
  name: Message,
): Mutation<TransactionDraft> {
  return {
    name,
    field: 'header X-EXTERNAL-ID',
    apply: (draft) => ({ ...draft, externalId: change(draft.externalId) }),
  };
}

/** A signature of the right length in which no bit is set. */
export const zeroSignature: Mutation<TransactionDraft> = {
  name: say('shared/signature/all-zeros'),
  field: 'header X-SIGNATURE',
  apply: (draft) => ({
    ...draft,
    signing: {
      ...draft.signing,
      encode: (bytes) => draft.signing.encode(Buffer.alloc(bytes.length)),
    },
  }),
};
