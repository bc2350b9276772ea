import { createHash, createHmac } from 'node:crypto';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { signing } from '../shared/token-mutations.js';

const judgedAs = { as: 'invalid-signature', field: 'X-SIGNATURE' } as const;

/** Lower-case hex of the body's SHA-256, as the transactions' string-to-sign has it. */
function bodyHash({ body }: TokenDraft): string {
  return createHash('sha256')
    .update(body ?? '')
    .digest('hex');
}

const refusesBodySigned = refuses('refuses-body-signed', {
  ...judgedAs,
  probes: () => [
    signing('the body was signed in place of the string-to-sign', (_, { body }) => ({
      stringToSign: () => (body ?? '').toString('utf8'),
    })),
    signing("the body's digest was signed in place of the string-to-sign", (_, draft) => ({
      stringToSign: () => bodyHash(draft),
    })),
  ],
});

/** The transactions' string-to-sign for this very request; with the token in the symmetric scheme. */
function transactionText(t: CheckContext, draft: TokenDraft, token?: string): string {
  const prefix = new URL(t.session.target.baseUrl).pathname.replace(/\/$/, '');
  const { method, path, timestamp } = draft;
  return [
    method,
    `${prefix}${path}`,
    ...(token === undefined ? [] : [token]),
    bodyHash(draft),
    timestamp,
  ].join(':');
}

function transactionProbes(t: CheckContext, token: string): Mutation[] {
  const { clientSecret } = t.session.signer;
  return [
    signing("the transactions' asymmetric string-to-sign was signed", (_, draft) => ({
      stringToSign: () => transactionText(t, draft),
    })),
    signing("the transactions' symmetric string-to-sign was signed", (_, draft) => ({
      stringToSign: () => transactionText(t, draft, token),
    })),
    ...(clientSecret === undefined
      ? []
      : [
          signing("it was made by the transactions' symmetric scheme", (_, draft) => ({
            stringToSign: () => transactionText(t, draft, token),
            sign: (text) => createHmac('sha512', clientSecret).update(text).digest(),
          })),
        ]),
  ];
}

const refusesTransactionText = 'refuses-transaction-string-to-sign';

function refusesWithToken(token: string): Check {
  return refuses(refusesTransactionText, {
    ...judgedAs,
    probes: (t) => transactionProbes(t, token),
  });
}

const refusesTransactionSigned: Check = {
  name: refusesTransactionText,
  forecast: (t, forecast) => {
    forecast.control();
    forecast.granted(1);
    refusesWithToken('').forecast(t, forecast);
  },
  run: async (t) => {
    const control = await t.requireControl();
    // The symmetric scheme signs a token, and one that this client was given is the likeliest to pass.
    const granted = await t.session.sendControl();
    const token = granted.answer?.token;
    if (token === undefined) {
      const evidence = [control, await t.session.record(granted)];
      throw cantTell(`the control gave no token to sign: ${t.describe(granted)}`, evidence);
    }
    return refusesWithToken(token).run(t);
  },
};

/** Right signatures over a text that isn't the token request's string-to-sign, but another one of SNAP. */
export const foreignTexts: readonly Check[] = [refusesBodySigned, refusesTransactionSigned];
