import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { pointerTokens, valueAt } from '../../src/engine/input/json-pointer.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { type Message, say } from '../../src/messages/message.js';
import { amountForm, memberPointer } from '../../src/protocol/body-member.js';
import * as shared from '../shared/mutations.js';

type Context = CheckContext<'transaction'>;

/** A member of the config's body, as the certification form names it. */
interface Member {
  body: object;
  /** `amount.value` */
  field: string;
  pointer: string;
  value: unknown;
}

/**
 * The member that the row of the certification form names which rests on a check.
 *
 * @throws CheckEnded `inapplicable` if no row names one or there is no body, `untested` if the body lacks it.
 */
function memberOf({ session }: Context, check: string): Member {
  const { form, transaction } = session.target;
  const field = form?.rows.find((row) => row.check === `transaction/body/${check}`)?.field;
  if (field === undefined) throw inapplicable(say('transaction/body/no-member-named'));
  const body = transaction?.body;
  if (typeof body !== 'object' || body === null)
    throw inapplicable(say('transaction/body/no-object'));
  const pointer = memberPointer(field);
  const value = valueAt(body, pointer);
  if (value === undefined) throw untested(say('transaction/body/member-absent', { field }));
  return { body, field, pointer, value };
}

/** The config's body with another value of a member; undefined leaves it out. */
function withMember(
  { body, pointer }: Member,
  value: unknown,
  name: Message,
): Mutation<TransactionDraft> {
  const changed = structuredClone(body) as Record<string, unknown>;
  const tokens = pointerTokens(pointer);
  const last = tokens.pop() ?? '';
  const parent = tokens.reduce((at, token) => at[token] as Record<string, unknown>, changed);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return shared.withBody(JSON.stringify(changed), name, `body ${pointer}`);
}

/** A value that no document means: letters for an amount, an object for a text, a text for an object. */
function malformed(value: unknown): unknown {
  if (typeof value === 'string' && amountForm.test(value)) return 'ten thousand';
  return typeof value === 'object' ? 'malformed' : { malformed: true };
}

/** What a request without a mandatory member of its body, or with a malformed one, is answered. */
export const bodyMembers: readonly Check<'transaction'>[] = [
  refuses<never, 'transaction'>('rejects-missing-member', {
    as: 'missing-field',
    when: (t) => void memberOf(t, 'rejects-missing-member'),
    probes: (t) => {
      const member = memberOf(t, 'rejects-missing-member');
      const { field } = member;
      return [withMember(member, undefined, say('shared/request/left-out', { field }))];
    },
  }),
  refuses<never, 'transaction'>('rejects-malformed-member', {
    as: 'field-format',
    when: (t) => void memberOf(t, 'rejects-malformed-member'),
    probes: (t) => {
      const member = memberOf(t, 'rejects-malformed-member');
      const { field, value } = member;
      return [
        withMember(member, malformed(value), say('transaction/body/member-malformed', { field })),
      ];
    },
  }),
];
