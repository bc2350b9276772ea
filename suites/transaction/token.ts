import { createPublicKey } from 'node:crypto';
import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { type RefusesOptions, refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { schemes } from '../../src/protocol/scheme.js';
import { readJwt } from '../shared/jwt.js';
import { requireRefusal } from '../shared/preconditions.js';
import {
  alike,
  anyTampering,
  signedByKey,
  signedBySecret,
  type Tampering,
  tampered,
  unsecured,
  withClaims,
} from './altered-tokens.js';
import { refusesExpiredToken } from './expired-token.js';
import {
  accessToken,
  authorization,
  requireToken,
  signedWithToken,
  tokenInQuery,
  withoutAuthorization,
} from './token-mutations.js';
import { transaction } from './transaction.js';

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

/** What a JWT can get wrong; an opaque token can't. */
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
      if (!readJwt(t.session.state.token)) throw inapplicable('the tokens are opaque');
      return check.run(t);
    },
  };
}

/** A server that lets the token be absent may build the text to verify in either way. */
function unsent({ settings }: Context) {
  const absent = withoutAuthorization();
  if (!schemes[settings.scheme].signsToken) return [absent];
  return [
    signedWithToken(absent, '', 'with an empty token'),
    absent,
    signedWithToken(absent, undefined, 'without a token'),
  ];
}

const year = 365 * 86_400;

const foreign = (token: string): Check<'transaction'> =>
  refusesToken('refuses-foreign-token', {
    // A token of the wrong owner, or a signature that isn't its owner's: both are told.
    as: 'other',
    shows: 'the server asks whether a token exists, not to whom it was given',
    probes: (t) => [accessToken(t, () => token, 'the token was given to another client')],
  });

/** Another client's token, with the own signature. */
const refusesForeignToken: Check<'transaction'> = {
  ...foreign(''),
  when: (t) => {
    requireToken(t);
    t.requireOtherClient();
  },
  forecast: (t, forecast) => {
    forecast.control();
    forecast.tokensGot(1);
    foreign('').forecast(t, forecast);
  },
  run: async (t) => {
    await t.requireControl();
    const found = await t.session.state.tokens.get(t.requireOtherClient());
    if (found.token === undefined)
      throw untested(`of the other client ${found.message}`, found.exchanges);
    return foreign(found.token).run(t);
  },
};

/** Shows something only where the token can't be left out altogether. */
const refusesTokenInQuery: Check<'transaction'> = (() => {
  const check = refusesToken('refuses-token-in-query', {
    as: 'other',
    shows: 'the server takes tokens from the URL, which logs and proxies keep',
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

export const token = area(transaction, 'token', [
  refusesToken('refuses-missing-token', {
    as: 'missing-token',
    shows: 'the server looks at the token only where there is one',
    probes: unsent,
  }),
  refusesToken('refuses-empty-token', {
    // Nothing where the token belongs is missing to some, invalid to others.
    as: 'other',
    shows: 'the server takes an empty token for none that needs a look',
    probes: () =>
      ['', 'Bearer'].map((value) =>
        signedWithToken(
          authorization(() => value, `Authorization was "${value}" and no token`),
          '',
          'with an empty token',
        ),
      ),
  }),
  refusesToken<string>('refuses-unknown-token', {
    as: 'invalid-token',
    shows: 'the server takes any token',
    property: (t) => alike(t.session.state.token ?? 'a'.repeat(32)),
    mutate: (text, t) => accessToken(t, () => text, 'the token was made up'),
  }),
  refusesToken<Tampering>('refuses-tampered-token', {
    as: 'invalid-token',
    shows: 'the server does not verify all of the token',
    property: () => anyTampering,
    mutate: (where, t) =>
      accessToken(t, (token) => tampered(token, where), 'one character of the token was changed'),
  }),
  refusesJwt('refuses-altered-claims', {
    as: 'invalid-token',
    shows: 'the server parses the JWT without verifying it',
    probes: (t) => [
      accessToken(
        t,
        (token) => withClaims(token, (claims) => ({ ...claims, exp: later(claims['exp']) })),
        "the token's claims were changed (exp) and its signature kept",
      ),
      accessToken(
        t,
        (token) => withClaims(token, (claims) => ({ ...claims, sub: `${claims['sub']}0` })),
        "the token's claims were changed (sub) and its signature kept",
      ),
    ],
  }),
  refusesJwt('refuses-alg-none', {
    as: 'invalid-token',
    shows: 'the server believes the algorithm that the token itself names',
    probes: (t) =>
      ['none', 'None', 'NONE'].map((alg) =>
        accessToken(
          t,
          (token) => unsecured(token, alg),
          `the token is a JWT with the algorithm ${alg} and no signature`,
        ),
      ),
  }),
  refusesJwt('refuses-resigned-token', {
    as: 'invalid-token',
    shows: 'the server verifies the JWT with a key that is not its own',
    probes: (t) => {
      const { key, clientId } = t.session.signer;
      return [
        accessToken(
          t,
          (token) => signedByKey(token, key, false),
          "the token is a JWT signed again with the client's own key",
        ),
        accessToken(
          t,
          (token) => signedByKey(token, key, true),
          'the token is a JWT signed again with a key that its header brings along',
        ),
        ...[publicKeyOf(t), clientId, ''].map((secret, index) =>
          accessToken(
            t,
            (token) => signedBySecret(token, secret),
            `the token is a JWT signed again with HS256 and ${['a public key', 'the client id', 'nothing'][index]} for a secret`,
          ),
        ),
      ];
    },
  }),
  refusesForeignToken,
  refusesToken('refuses-without-bearer', {
    as: 'other',
    shows: 'the server takes the whole header for the token',
    probes: () => [authorization((token) => token, 'Authorization held the token alone')],
  }),
  refusesToken('refuses-other-scheme', {
    as: 'other',
    shows: 'the server does not look at the scheme before the token',
    probes: () =>
      ['Basic', 'Token'].map((scheme) =>
        authorization(
          (token) => `${scheme} ${token}`,
          `the scheme before the token was ${scheme} instead of Bearer`,
        ),
      ),
  }),
  refusesTokenInQuery,
  accepts<never, 'transaction'>('accepts-scheme-letter-case', {
    when: requireToken,
    probes: () =>
      ['bearer', 'BEARER', 'BeArEr'].map((scheme) =>
        authorization((token) => `${scheme} ${token}`, `the scheme was written ${scheme}`),
      ),
  }),
  refusesExpiredToken,
]);

/** A year after the moment that exp names, or a year from now. */
function later(exp: unknown): number {
  return (typeof exp === 'number' ? exp : Math.floor(Date.now() / 1000)) + year;
}

function publicKeyOf({ session }: Context): string {
  return createPublicKey(session.signer.key).export({ type: 'spki', format: 'pem' }) as string;
}
