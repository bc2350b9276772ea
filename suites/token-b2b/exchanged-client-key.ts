import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { say } from '../../src/messages/message.js';
import { headerValue } from '../shared/mutations.js';
import { otherValue } from '../shared/token-mutations.js';

const header = 'X-CLIENT-KEY';

/** The control's signature, sent under an id that it doesn't cover. */
export const refusesExchangedClientKey: Check<'token-b2b'> = refuses(
  'refuses-exchanged-client-key',
  {
    // A server that looks at the id first calls it unknown, another one finds the signature wrong.
    as: 'other',
    field: header,
    shows: say('token-b2b/signature/client-key-not-looked-at'),
    // A registered id comes first: it passes where only the look-up goes by the header.
    probes: ({ session: { signer, otherSigner } }) => [
      ...(otherSigner
        ? [headerValue(header, otherSigner.clientId, say('token-b2b/signature/under-other-client'))]
        : []),
      headerValue(
        header,
        otherValue(signer.clientId),
        say('token-b2b/signature/under-unknown-client'),
      ),
    ],
  },
);
