import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Forecast } from '../../src/engine/checks/forecast.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { type Message, say } from '../../src/messages/message.js';
import { schemes } from '../../src/protocol/scheme.js';
import { tokenOfOther } from './token-mutations.js';

type Context = CheckContext<'transaction'>;

const partner = 'X-PARTNER-ID';

/**
 * A measurement is for the dialect alone: it is left out when requests are expensive, and where the service may be carried
 * out once alone. As the other client a call can be
 * made only where that one can sign, and where its partner id is known, since the client's own is its client id.
 */
function affordable({ effort, session, settings }: Context): boolean {
  const { otherSigner, signer, target } = session;
  const { keyKind } = schemes[settings.scheme];
  return (
    effort.examples > 1 &&
    !session.once &&
    settings.tokenUse === 'many' &&
    otherSigner !== undefined &&
    (keyKind === 'rsa' || otherSigner.clientSecret !== undefined) &&
    target.customer === undefined &&
    target.transaction?.headers?.[partner] === signer.clientId
  );
}

/**
 * Whether an X-EXTERNAL-ID that one client has used is used up for another. The standard says "unique", and not for
 * whom; a gateway that calls for several clients has to know it (ASPI Keamanan, headers of transactions: X-EXTERNAL-ID).
 */
export const externalIdScope = {
  run: async (t: Context, used: string): Promise<void> => {
    const { otherSigner, signer, state } = t.session;
    if (!affordable(t) || !otherSigner) return;
    const scheme = schemes[t.settings.scheme];
    const { token } = scheme.carriesToken ? await state.tokens.get(otherSigner) : {};
    if (scheme.carriesToken && token === undefined) return;
    const asOther = (name: Message, id?: string): Mutation<TransactionDraft> => ({
      name,
      field: 'header X-PARTNER-ID',
      apply: (draft) => ({
        ...draft,
        accessToken: token,
        externalId: id ?? draft.externalId,
        headers: draft.headers.map(([header, value]) => [
          header,
          value === signer.clientId ? otherSigner.clientId : value,
        ]),
        signing: { ...draft.signing, sign: (text) => otherSigner.signBy(scheme, text) },
      }),
    });
    const ask = (mutation: Mutation<TransactionDraft>) =>
      t.session.probe(mutation, { faultClass: 'other', diagnosis: true });
    const fresh = await ask(asOther(say('transaction/headers/by-the-other-client')));
    if (!t.session.grants(fresh)) return;
    const again = await ask(asOther(say('transaction/headers/used-by-another-client'), used));
    if (again.answer)
      t.session.note(
        'X-EXTERNAL-ID that another client has used',
        t.session.grants(again) ? 'taken' : 'refused',
      );
  },
  forecast: (t: Context, forecast: Forecast): void => {
    if (!affordable(t)) return;
    if (schemes[t.settings.scheme].carriesToken && forecast.isFirst(tokenOfOther))
      forecast.tokensGot(1);
    forecast.granted(2);
  },
};
