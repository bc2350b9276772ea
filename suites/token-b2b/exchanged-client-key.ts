import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import { say, type Text } from '../../src/messages/message.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { headerValue, withTimestamp } from '../shared/mutations.js';
import { otherValue } from '../shared/token-mutations.js';

const header = 'X-CLIENT-KEY';

/** The valid request of one second, whose signature is the same each time. */
function ofThisSecond(t: CheckContext<'token-b2b'>): Mutation {
  const text = formatTimestamp(t.now, t.session.controlForm);
  return withTimestamp(text, say('token-b2b/signature/sent-before'));
}

/** The control's signature, sent under an id that it doesn't cover. */
export const refusesExchangedClientKey: Check<'token-b2b'> = refuses(
  'refuses-exchanged-client-key',
  {
    // A server that looks at the id first calls it unknown, another one finds the signature wrong.
    as: 'other',
    field: header,
    shows: say('token-b2b/signature/client-key-not-looked-at'),
    // Used once: a server that remembers signatures is shown too, in whichever second it is asked.
    before: (t) => t.session.probe(ofThisSecond(t)),
    // A registered id comes first: it passes where only the look-up goes by the header.
    probes: (t) => {
      const { signer, otherSigner } = t.session;
      const under = (id: string, name: Text) => {
        const exchanged = headerValue(header, id, name);
        const { apply } = ofThisSecond(t);
        return { ...exchanged, apply: (draft: TokenDraft) => exchanged.apply(apply(draft)) };
      };
      return [
        ...(otherSigner
          ? [under(otherSigner.clientId, say('token-b2b/signature/under-other-client'))]
          : []),
        under(otherValue(signer.clientId), say('token-b2b/signature/under-unknown-client')),
      ];
    },
  },
);
