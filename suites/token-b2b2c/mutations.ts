import type { Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import type { Signer } from '../../src/engine/request/signer.js';
import type { Message } from '../../src/messages/message.js';
import { withBody } from '../shared/token-mutations.js';

/** The named differences from the control that the suites of this service make, besides those of every token service. */

/** A request with this body, of whatever grant type. */
export function asks(
  members: Record<string, unknown>,
  name: Message,
  member?: string,
): Mutation<TokenDraft> {
  return withBody(JSON.stringify(members), name, member === undefined ? 'body' : `body /${member}`);
}

/** Members of the control's own body set to other values; undefined leaves one out. */
export function withMembers(
  members: Record<string, unknown>,
  name: Message,
  member: string,
): Mutation<TokenDraft> {
  return {
    name,
    field: `body /${member}`,
    apply: (draft) => setMembers(draft, members),
  };
}

/** The draft with members of its body set to other values; undefined leaves one out. */
export function setMembers(draft: TokenDraft, members: Record<string, unknown>): TokenDraft {
  const own = JSON.parse(draft.body?.toString('utf8') ?? '{}') as Record<string, unknown>;
  return { ...draft, body: Buffer.from(JSON.stringify({ ...own, ...members })) };
}

/** Sent by another registered client, rightly signed with its own key, as the control is otherwise. */
export function sentBy(other: Signer, what: Mutation<TokenDraft>): Mutation<TokenDraft> {
  return {
    name: what.name,
    field: what.field,
    apply: (draft) => {
      const changed = what.apply(draft);
      const sign = (stringToSign: string) => other.sign(stringToSign);
      return {
        ...changed,
        clientId: other.clientId,
        key: other.key,
        signing: { ...changed.signing, sign },
      };
    },
  };
}
