import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { type RefusesOptions, refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { schemes } from '../../src/protocol/scheme.js';
import { readJwt } from '../shared/jwt.js';
import { requireRefusal } from '../shared/preconditions.js';
import {
  alike,
  alikeExamples,
  anyTampering,
  type Tampering,
  tampered,
  tamperingExamples,
  unsecured,
  withClaims,
} from './altered-tokens.js';
import { refusesExpiredToken } from './expired-token.js';
import { resignedTokens } from './resigned-tokens.js';
import {
  accessToken,
  authorization,
  requireToken,
  signedWithToken,
  tokenInQuery,
  tokenOfOther,
  withoutAuthorization,
} from './token-mutations.js';
import { tokenOverlap } from './token-overlap.js';
import { refusesOutOfScopeToken } from './token-scope.js';
import { transaction } from './transaction.js';
import { refusesUsedToken } from './used-token.js';

type Context = CheckContext<'transaction'>;

function refusesToken<T = never>(
  name: string,
  options: RefusesOptions<T, 'transaction'>,
): Check<'transaction'> {
  return refuses<T, 'transaction'>(name, {
    field: 'Authorization',
    when: requireToken,
    settings: ['/scheme'],
    ...options,
  });
}

/** A check of what only a JWT can get wrong. */
function refusesJwt(
  name: string,
  options: RefusesOptions<never, 'transaction'>,
): Check<'transaction'> {
  const check = refusesToken(name, options);
  return {
    ...check,
    forecast: (t, forecast) => {
      const { tokenKind } = t.session.target.profile.services['token-b2b'].success;
      if (tokenKind === 'jwt') check.forecast(t, forecast);
      else forecast.control();
    },
    run: async (t) => {
      await t.requireControl();
      if (!readJwt(t.session.state.token)) throw inapplicable(say('transaction/token/opaque'));
      return check.run(t);
    },
  };
}

/** A server that lets the token be absent may build the text that it verifies with an empty token or without one. */
function unsent({ settings }: Context) {
  const absent = withoutAuthorization();
  if (!schemes[settings.scheme].signsToken) return [absent];
  return [signedWithToken(absent, ''), absent, signedWithToken(absent, undefined)];
}

const year = 365 * 86_400;

const foreign = (token: string): Check<'transaction'> =>
  refusesToken('refuses-foreign-token', {
    // Documents call it a token of the wrong owner, or a signature that isn't the owner's.
    as: 'other',
    shows: say('transaction/token/shows-owner-is-not-asked'),
    probes: (t) => [accessToken(t, () => token, say('transaction/token/of-another-client'))],
  });

/** Another client's token, with the client's own signature. */
const refusesForeignToken: Check<'transaction'> = {
  ...foreign(''),
  when: (t) => {
    requireToken(t);
    t.requireOtherClient();
  },
  forecast: (t, forecast) => {
    forecast.control();
    if (forecast.isFirst(tokenOfOther)) forecast.tokensGot(1);
    foreign('').forecast(t, forecast);
  },
  run: async (t) => {
    await t.requireControl();
    const found = await t.session.state.tokens.get(t.requireOtherClient());
    if (found.token === undefined)
      throw untested(
        say('transaction/token/none-of-other-client', { why: found.message }),
        found.exchanges,
      );
    return foreign(found.token).run(t);
  },
};

/** Shows something only if the target refuses a request without any token. */
const refusesTokenInQuery: Check<'transaction'> = (() => {
  const check = refusesToken('refuses-token-in-query', {
    as: 'other',
    shows: say('transaction/token/shows-query-is-read'),
    before: async (t) => {
      for (const mutation of unsent(t).slice(0, t.effort.examples))
        await requireRefusal(t, mutation, { faultClass: 'missing-token' });
    },
    probes: () => [tokenInQuery()],
  });
  return {
    ...check,
    forecast: (t, forecast) => {
      forecast.control();
      forecast.refused(unsent(t).slice(0, t.effort.examples).length, 'missing-token');
      forecast.refused(1, 'other');
      forecast.confirm();
    },
  };
})();

/** A token of the target's, or something of that length. */
const sampleOf = ({ session }: CheckContext<'transaction'>) =>
  session.state.token ?? 'a'.repeat(32);

export const token = area(transaction, 'token', [
  refusesToken('refuses-missing-token', {
    as: 'missing-token',
    shows: say('transaction/token/shows-absence-is-not-noticed'),
    probes: unsent,
  }),
  {
    ...refusesToken('refuses-empty-token', {
      // Some servers call an empty token missing, others invalid.
      as: 'other',
      shows: say('transaction/token/shows-empty-is-not-checked'),
      probes: () =>
        ['', 'Bearer'].map((value) =>
          signedWithToken(
            authorization(() => value, say('transaction/token/empty', { value })),
            '',
          ),
        ),
      measure: tokenOverlap,
    }),
    // A new token may end the one that other requests carry.
    alone: true,
  },
  refusesToken<string>('refuses-unknown-token', {
    as: 'invalid-token',
    shows: say('transaction/token/shows-any-is-taken'),
    property: (t) => alike(sampleOf(t)),
    examples: (t) => alikeExamples(sampleOf(t)),
    mutate: (text, t) => accessToken(t, () => text, say('transaction/token/made-up')),
  }),
  refusesToken<Tampering>('refuses-tampered-token', {
    as: 'invalid-token',
    shows: say('transaction/token/shows-part-is-not-verified'),
    property: () => anyTampering,
    examples: () => tamperingExamples,
    mutate: (where, t) =>
      accessToken(
        t,
        (token) => tampered(token, where),
        say('transaction/token/one-character-changed'),
      ),
  }),
  refusesJwt('refuses-altered-claims', {
    as: 'invalid-token',
    shows: say('transaction/token/shows-jwt-is-not-verified'),
    probes: (t) => [
      accessToken(
        t,
        (token) => withClaims(token, (claims) => ({ ...claims, exp: later(claims['exp']) })),
        say('transaction/token/claims-changed', { claim: 'exp' }),
      ),
      accessToken(
        t,
        (token) => withClaims(token, (claims) => ({ ...claims, sub: `${claims['sub']}0` })),
        say('transaction/token/claims-changed', { claim: 'sub' }),
      ),
    ],
  }),
  refusesJwt('refuses-alg-none', {
    as: 'invalid-token',
    shows: say('transaction/token/shows-its-algorithm-is-believed'),
    probes: (t) =>
      ['none', 'None', 'NONE'].map((alg) =>
        accessToken(
          t,
          (token) => unsecured(token, alg),
          say('transaction/token/unsigned', { algorithm: alg }),
        ),
      ),
  }),
  refusesJwt('refuses-resigned-token', {
    as: 'invalid-token',
    shows: say('transaction/token/shows-key-is-not-its-own'),
    probes: resignedTokens,
  }),
  refusesForeignToken,
  refusesOutOfScopeToken,
  refusesToken('refuses-without-bearer', {
    as: 'other',
    shows: say('transaction/token/shows-header-is-taken-whole'),
    probes: () => [authorization((token) => token, say('transaction/token/without-scheme'))],
  }),
  refusesToken('refuses-other-scheme', {
    as: 'other',
    shows: say('transaction/token/shows-scheme-is-not-looked-at'),
    probes: () =>
      ['Basic', 'Token'].map((scheme) =>
        authorization(
          (token) => `${scheme} ${token}`,
          say('transaction/token/with-another-scheme', { scheme }),
        ),
      ),
  }),
  refusesTokenInQuery,
  accepts<never, 'transaction'>('accepts-scheme-letter-case', {
    when: requireToken,
    probes: () =>
      ['bearer', 'BEARER', 'BeArEr'].map((scheme) =>
        authorization(
          (token) => `${scheme} ${token}`,
          say('transaction/token/scheme-in-case', { scheme }),
        ),
      ),
  }),
  refusesUsedToken,
  refusesExpiredToken,
]);

/** A year after the moment that exp names, or a year from now. */
function later(exp: unknown): number {
  return (typeof exp === 'number' ? exp : Math.floor(Date.now() / 1000)) + year;
}
