import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { Signer } from '../../src/engine/request/signer.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { readJwt } from '../shared/jwt.js';
import { sendAll } from './send-all.js';

/** Requests of each client. */
function requestsEach({ effort }: CheckContext<'token-b2b'>): number {
  return Math.max(4, effort.runs);
}

/** Two clients send requests at once: each token has to belong to the client that asked for it. */
export const noMixing: Check<'token-b2b'> = {
  name: 'no-mixing',
  alone: true,
  when: (t) => void t.requireOtherClient(),
  forecast: (t, forecast) => {
    forecast.control();
    forecast.granted(requestsEach(t) * 2);
  },
  run: async (t) => {
    const control = await t.requireControl();
    const other = t.requireOtherClient();
    const { session } = t;
    const own = session.signer;
    const observed = await sendAll(requestsEach(t) * 2, session.concurrency, (index) =>
      index % 2 === 0 ? session.sendControl() : session.probe(speakingFor(other)),
    );
    const asked = observed.map((one, index) => ({
      observed: one,
      by: index % 2 === 0 ? own : other,
      notBy: index % 2 === 0 ? other : own,
    }));
    const wrong = asked.find(({ observed: { answer }, notBy, by }) =>
      belongsTo(answer?.token, notBy, by),
    );
    const given = asked.find(({ observed: { answer } }) => answer?.token !== undefined);
    if (wrong) {
      return {
        outcome: 'failed',
        message: say('token-b2b/security/token-names-other-client', {
          client: wrong.by.clientId,
          named: wrong.notBy.clientId,
        }),
        exchanges: [control, await session.record(wrong.observed)],
        runs: observed.length,
      };
    }
    const shared = sharedToken(asked);
    if (shared) {
      return {
        outcome: 'failed',
        message: say('token-b2b/security/same-token-for-both'),
        exchanges: [control, await session.record(shared[0]), await session.record(shared[1])],
        runs: observed.length,
      };
    }
    const missing = asked.find(({ observed: { answer } }) => answer?.token === undefined);
    if (missing) {
      throw cantTell(
        say('token-b2b/security/no-token-for-client', {
          client: missing.by.clientId,
          answer: t.describe(missing.observed),
        }),
        [control, await session.record(missing.observed)],
      );
    }
    const exchanges = [control, ...(given ? [await session.record(given.observed)] : [])];
    if (!asked.every(({ observed: { answer }, by }) => names(answer?.token, by))) {
      throw untested(say('token-b2b/security/tokens-name-no-client'), exchanges);
    }
    return {
      outcome: 'passed',
      message: say('token-b2b/security/tokens-name-their-clients', { tokens: observed.length }),
      exchanges,
      runs: observed.length,
    };
  },
};

function speakingFor(client: Signer): Mutation {
  return {
    name: say('token-b2b/security/request-of-other-client'),
    field: 'header X-CLIENT-KEY',
    apply: (draft) => ({
      ...draft,
      clientId: client.clientId,
      key: client.key,
      signing: { ...draft.signing, sign: (text) => client.sign(text) },
    }),
  };
}

/** True if the token's claims name this client, and not the other one, which asked. */
function belongsTo(token: string | undefined, client: Signer, asker: Signer): boolean {
  return names(token, client) && !names(token, asker);
}

/** True if a claim, at any depth, is the client's id: servers put it in different ones (sub, aud, clientId …). */
function names(token: string | undefined, { clientId }: Signer): boolean {
  const holds = (value: unknown): boolean =>
    value === clientId ||
    (typeof value === 'object' && value !== null && Object.values(value).some(holds));
  return holds(readJwt(token)?.claims);
}

/** Two requests of different clients that got the same token. */
function sharedToken(
  asked: readonly { observed: Observed<'token-b2b'>; by: Signer }[],
): [Observed<'token-b2b'>, Observed<'token-b2b'>] | undefined {
  const first = new Map<string, { observed: Observed<'token-b2b'>; by: Signer }>();
  for (const one of asked) {
    const token = one.observed.answer?.token;
    if (token === undefined) continue;
    const known = first.get(token);
    if (known && known.by !== one.by) return [known.observed, one.observed];
    if (!known) first.set(token, one);
  }
  return undefined;
}
