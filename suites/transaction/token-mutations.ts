import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { type Message, say } from '../../src/messages/message.js';
import { schemes } from '../../src/protocol/scheme.js';
import * as shared from '../shared/mutations.js';

/** The named differences from the control in the token and the header that carries it. */

type Context = CheckContext<'transaction'>;

/** What several checks get together, in forecasts. */
export const tokenOfOther = 'token of the other client';

/** @throws CheckEnded `inapplicable` if requests of the scheme carry no token. */
export function requireToken({ settings }: Pick<Context, 'settings'>): void {
  if (!schemes[settings.scheme].carriesToken)
    throw inapplicable(say('transaction/token/none-carried'));
}

/** Another token; if the scheme signs the token, the signature is made with it. */
export function accessToken(
  t: Context,
  change: (token: string) => string,
  name: Message,
): Mutation<TransactionDraft> {
  return {
    name,
    field: 'header Authorization',
    apply: (draft) => {
      const token = change(draft.accessToken ?? '');
      // A token that differs little from a real one gives the real one away.
      t.session.state.redactor.learn(token);
      return { ...draft, accessToken: token };
    },
  };
}

/** Another value of Authorization, made from the token; what is signed stays. */
export function authorization(
  value: (token: string) => string,
  name: Message,
): Mutation<TransactionDraft> {
  return {
    name,
    field: 'header Authorization',
    apply: (draft) =>
      shared
        .headerValue<TransactionDraft>('Authorization', value(draft.accessToken ?? ''), name)
        .apply(draft),
  };
}

/** No Authorization. */
export function withoutAuthorization(): Mutation<TransactionDraft> {
  return shared.withoutHeader('Authorization');
}

/** Signed as if the token were empty, or as if there were none. */
export function signedWithToken(
  mutation: Mutation<TransactionDraft>,
  token: '' | undefined,
): Mutation<TransactionDraft> {
  return {
    ...mutation,
    name: say(
      token === undefined
        ? 'transaction/token/signed-without-token'
        : 'transaction/token/signed-with-empty-token',
      { mutation: mutation.name },
    ),
    apply: (draft) => {
      const changed = mutation.apply(draft);
      return { ...changed, signing: { ...changed.signing, token: () => token } };
    },
  };
}

/** The token in the query of the path, under the name of RFC 6750 section 2.3, and nowhere else. */
export function tokenInQuery(): Mutation<TransactionDraft> {
  return {
    name: say('transaction/token/in-query'),
    field: 'path',
    apply: (draft) => {
      const mark = draft.path.includes('?') ? '&' : '?';
      const path = `${draft.path}${mark}access_token=${encodeURIComponent(draft.accessToken ?? '')}`;
      return { ...withoutAuthorization().apply(draft), path };
    },
  };
}
