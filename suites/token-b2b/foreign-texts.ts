import { createHash, createHmac } from 'node:crypto';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import { documentedParts } from '../../src/engine/request/transaction-draft.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { signing } from '../shared/token-mutations.js';

const judgedAs = { as: 'invalid-signature', field: 'X-SIGNATURE' } as const;

/** SHA-256 of the body in lower-case hex, as the transactions' string-to-sign has it. */
function bodyHash({ body }: TokenDraft): string {
  return createHash('sha256')
    .update(body ?? '')
    .digest('hex');
}

const refusesBodySigned: Check<'token-b2b'> = refuses('refuses-body-signed', {
  ...judgedAs,
  probes: () => [
    signing(say('token-b2b/signature/body-signed'), (_, { body }) => ({
      stringToSign: () => (body ?? '').toString('utf8'),
    })),
    signing(say('token-b2b/signature/body-digest-signed'), (_, draft) => ({
      stringToSign: () => bodyHash(draft),
    })),
  ],
});

/** The transactions' string-to-sign for this very request; the symmetric scheme's has the token in it. */
function transactionText(t: CheckContext<'token-b2b'>, draft: TokenDraft, token?: string): string {
  const prefix = new URL(t.session.target.baseUrl).pathname.replace(/\/$/, '');
  const { method, path, timestamp, body } = draft;
  const documented = documentedParts(t.session.target.profile.services.transaction);
  return documented.stringToSign({
    method,
    path: documented.path(`${prefix}${path}`),
    accessToken: token,
    bodyHash: documented.hash(body),
    timestamp,
  });
}

function transactionProbes(t: CheckContext<'token-b2b'>, token: string): Mutation[] {
  const { clientSecret } = t.session.signer;
  return [
    signing(say('token-b2b/signature/transaction-asymmetric-text'), (_, draft) => ({
      stringToSign: () => transactionText(t, draft),
    })),
    signing(say('token-b2b/signature/transaction-symmetric-text'), (_, draft) => ({
      stringToSign: () => transactionText(t, draft, token),
    })),
    ...(clientSecret === undefined
      ? []
      : [
          signing(say('token-b2b/signature/transaction-symmetric-scheme'), (_, draft) => ({
            stringToSign: () => transactionText(t, draft, token),
            sign: (text) => createHmac('sha512', clientSecret).update(text).digest(),
          })),
        ]),
  ];
}

const refusesTransactionText = 'refuses-transaction-string-to-sign';

function refusesWithToken(token: string): Check<'token-b2b'> {
  return refuses(refusesTransactionText, {
    ...judgedAs,
    probes: (t) => transactionProbes(t, token),
  });
}

const refusesTransactionSigned: Check<'token-b2b'> = {
  name: refusesTransactionText,
  forecast: (t, forecast) => {
    forecast.control();
    forecast.granted(1);
    refusesWithToken('').forecast(t, forecast);
  },
  run: async (t) => {
    const control = await t.requireControl();
    // The symmetric scheme signs a token. One that this client was given is the likeliest to pass.
    const granted = await t.session.sendControl();
    const token = granted.answer?.token;
    if (token === undefined) {
      const evidence = [control, await t.session.record(granted)];
      const message = say('token-b2b/signature/no-token-to-sign', { answer: t.describe(granted) });
      throw cantTell(message, evidence);
    }
    return refusesWithToken(token).run(t);
  },
};

/** Right signatures over another text of SNAP than the token request's string-to-sign. */
export const foreignTexts: readonly Check<'token-b2b'>[] = [
  refusesBodySigned,
  refusesTransactionSigned,
];
