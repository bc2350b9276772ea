import type { Mutation } from '../../src/engine/request/draft.js';
import type { Signer } from '../../src/engine/request/signer.js';
import type { Text } from '../../src/messages/message.js';
import { withBody } from '../shared/token-mutations.js';

/** The named differences from the control that the suites of this service make, beside those of every token service. */

/** A request with this body, of whatever grant type. */
export function asks(members: Record<string, unknown>, name: Text, member?: string): Mutation {
  return withBody(JSON.stringify(members), name, member === undefined ? 'body' : `body /${member}`);
}

/** Members of the control's own body set to other values; undefined leaves one out. */
export function withMembers(
  members: Record<string, unknown>,
  name: Text,
  member: string,
): Mutation {
  return {
    name,
    field: `body /${member}`,
    apply: (draft) => {
      const own = JSON.parse(draft.body?.toString('utf8') ?? '{}') as Record<string, unknown>;
      return { ...draft, body: Buffer.from(JSON.stringify({ ...own, ...members })) };
    },
  };
}

/** Sent by another registered client, rightly signed with its own key. */
export function sentBy(other: Signer, what: Mutation, encoding: 'base64' | 'hex'): Mutation {
  return {
    name: what.name,
    field: what.field,
    apply: (draft) => ({
      ...what.apply(draft),
      clientId: other.clientId,
      key: other.key,
      signing: other.signing(encoding),
    }),
  };
}
