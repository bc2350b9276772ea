import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import type { Text } from '../../src/messages/message.js';
import { schemes } from '../../src/protocol/scheme.js';
import * as shared from '../shared/mutations.js';

/** The named differences from the control in the token and the header that carries it. */

type Context = CheckContext<'transaction'>;

/** @throws CheckEnded `inapplicable` where requests of the scheme carry no token. */
export function requireToken({ settings }: Pick<Context, 'settings'>): void {
  if (!schemes[settings.scheme].carriesToken)
    throw inapplicable('requests of this scheme carry no access token');
}

/** Another token; the signature is made with it, where the scheme signs the token. */
export function accessToken(
  t: Context,
  change: (token: string) => string,
  name: Text,
): Mutation<TransactionDraft> {
  return {
    name,
    field: 'header Authorization',
    apply: (draft) => {
      const token = change(draft.accessToken ?? '');
      // One that differs little from a real one gives that away.
      t.session.state.redactor.learn(token);
      return { ...draft, accessToken: token };
    },
  };
}

/** Another value of Authorization, made from the token; what is signed stays. */
export function authorization(
  value: (token: string) => string,
  name: Text,
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

/** Signed as if another token, or none, had been sent. */
export function signedWithToken(
  mutation: Mutation<TransactionDraft>,
  token: string | undefined,
  says: string,
): Mutation<TransactionDraft> {
  return {
    ...mutation,
    name: `${mutation.name}, and the signature was made ${says}`,
    apply: (draft) => {
      const changed = mutation.apply(draft);
      return { ...changed, signing: { ...changed.signing, token: () => token } };
    },
  };
}

/** The token in the query of the path, under the name of RFC 6750 section 2.3, and nowhere else. */
export function tokenInQuery(): Mutation<TransactionDraft> {
  return {
    name: 'the token stood in the query and not in Authorization',
    field: 'path',
    apply: (draft) => {
      const mark = draft.path.includes('?') ? '&' : '?';
      const path = `${draft.path}${mark}access_token=${encodeURIComponent(draft.accessToken ?? '')}`;
      return { ...withoutAuthorization().apply(draft), path };
    },
  };
}
