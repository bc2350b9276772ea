import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import { judged } from '../../src/engine/checks/judged.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import { grantsOf } from '../../src/engine/session/customer/grants.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { type Message, say } from '../../src/messages/message.js';
import { madeUpCredential, madeUpCredentialExamples } from './arbitraries.js';
import {
  asksWithCode,
  asksWithRefreshToken,
  type Context,
  endsRefreshToken,
  usesSpareCode,
} from './credentials.js';
import { sentBy } from './mutations.js';
import { tokenB2b2c } from './token-b2b2c.js';

const ofCode = { as: 'invalid-code', field: 'authCode' } as const;
const ofRefreshToken = { as: 'invalid-refresh-token', field: 'refreshToken' } as const;

const held = (t: Context) => grantsOf(t.session.state);

/** A request with the refresh token of the latest grant, whichever that is when it is sent. */
function asksWithLatest(t: Context, name: Message): Mutation<TokenDraft> {
  return {
    ...asksWithRefreshToken(t, '', name),
    apply: (draft) => {
      const { latestRefreshToken } = held(t);
      if (latestRefreshToken === undefined)
        throw untested(say('token-b2b2c/grants/no-refresh-token'));
      return asksWithRefreshToken(t, latestRefreshToken, name).apply(draft);
    },
  };
}

export const grants = area(tokenB2b2c, 'grants', [
  accepts('accepts-refresh-token', {
    probes: (t) => [asksWithLatest(t, say('token-b2b2c/grants/renewed'))],
  }),
  judged('gives-a-new-token', { over: 'grants' }),
  refuses('refuses-used-code', {
    ...ofCode,
    // A code of its own, used once rightly.
    before: async (t) => {
      held(t).forgetRefreshToken();
      await t.session.sendControl();
    },
    probes: (t) => [
      asksWithCode(
        t,
        held(t).usedCode ?? '',
        say('token-b2b2c/grants/used-before', { member: 'authCode' }),
      ),
    ],
    // Who sees a code twice may end all that it gave (RFC 6749 section 4.1.2).
    measure: endsRefreshToken(1),
  }),
  refuses('refuses-unknown-code', {
    ...ofCode,
    property: () => madeUpCredential,
    examples: () => madeUpCredentialExamples,
    mutate: (code: string, t) =>
      asksWithCode(t, code, say('token-b2b2c/grants/given-to-nobody', { member: 'authCode' })),
  }),
  usesSpareCode(
    (code) =>
      refuses('refuses-foreign-code', {
        ...ofCode,
        when: (t) => void t.requireOtherClient(),
        probes: (t) => {
          const what = asksWithCode(
            t,
            code(t),
            say('token-b2b2c/grants/given-to-other-client', { member: 'authCode' }),
          );
          return [sentBy(t.requireOtherClient(), what)];
        },
      }),
    (t) => held(t).nextCode(),
    1,
  ),
  usesSpareCode(
    (code) =>
      refuses('refuses-expired-code', {
        ...ofCode,
        when: ({ session }) => {
          if (!session.target.customer?.expiredAuthCodes)
            throw untested(say('token-b2b2c/grants/no-expired-codes'));
        },
        probes: (t) => [asksWithCode(t, code(t), say('token-b2b2c/grants/code-expired'))],
      }),
    (t) => held(t).expiredCode(),
    0,
  ),
  refuses('refuses-unknown-refresh-token', {
    ...ofRefreshToken,
    property: () => madeUpCredential,
    examples: () => madeUpCredentialExamples,
    mutate: (token: string, t) =>
      asksWithRefreshToken(
        t,
        token,
        say('token-b2b2c/grants/given-to-nobody', { member: 'refreshToken' }),
      ),
  }),
  refuses('refuses-foreign-refresh-token', {
    ...ofRefreshToken,
    when: (t) => void t.requireOtherClient(),
    probes: (t) => {
      const what = asksWithLatest(
        t,
        say('token-b2b2c/grants/given-to-other-client', { member: 'refreshToken' }),
      );
      return [sentBy(t.requireOtherClient(), what)];
    },
    measure: endsRefreshToken(),
  }),
  refuses('refuses-former-refresh-token', {
    ...ofRefreshToken,
    settings: ['/success/refreshTokens'],
    when: ({ settings }) => {
      if (settings.success.refreshTokens !== 'rotated')
        throw inapplicable(say('token-b2b2c/grants/rotation-not-documented'));
    },
    before: (t) => t.session.sendControl(),
    probes: (t) => [
      asksWithRefreshToken(
        t,
        held(t).formerRefreshToken ?? '',
        say('token-b2b2c/grants/used-before', { member: 'refreshToken' }),
      ),
    ],
    measure: endsRefreshToken(),
  }),
]);
