import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { Signer } from '../../src/engine/request/signer.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, untested } from '../../src/engine/session/outcome.js';
import { readJwt } from '../shared/jwt.js';
import { sendAll } from './send-all.js';

/** Requests of each client. */
function requestsEach({ effort }: CheckContext): number {
  return Math.max(4, effort.runs);
}

/** Requests of two clients at once: each token has to belong to the client that asked for it. */
export const noMixing: Check = {
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
        message: `a request of ${wrong.by.clientId} got a token whose claims name ${wrong.notBy.clientId}, among requests of both at once`,
        exchanges: [control, await session.record(wrong.observed)],
        runs: observed.length,
      };
    }
    const shared = sharedToken(asked);
    if (shared) {
      return {
        outcome: 'failed',
        message: 'both clients were given the same token',
        exchanges: [control, await session.record(shared[0]), await session.record(shared[1])],
        runs: observed.length,
      };
    }
    const missing = asked.find(({ observed: { answer } }) => answer?.token === undefined);
    if (missing) {
      throw cantTell(
        `a request of ${missing.by.clientId} got no token: ${t.describe(missing.observed)}`,
        [control, await session.record(missing.observed)],
      );
    }
    const exchanges = [control, ...(given ? [await session.record(given.observed)] : [])];
    if (!asked.every(({ observed: { answer }, by }) => names(answer?.token, by))) {
      throw untested(
        'the tokens name no client: whose they are shows only where one is used',
        exchanges,
      );
    }
    return {
      outcome: 'passed',
      message: `each of ${observed.length} tokens names the client that asked for it`,
      exchanges,
      runs: observed.length,
    };
  },
};

function speakingFor(client: Signer): Mutation {
  return {
    name: 'it is a valid request of the other client',
    field: 'header X-CLIENT-KEY',
    apply: (draft) => ({
      ...draft,
      clientId: client.clientId,
      key: client.key,
      signing: { ...draft.signing, sign: (text) => client.sign(text) },
    }),
  };
}

/** True where a claim is the one's id, and none is that of the other one, who asked. */
function belongsTo(token: string | undefined, client: Signer, asker: Signer): boolean {
  return names(token, client) && !names(token, asker);
}

/** True where a claim, at any depth, is the client's id: which one holds it differs (sub, aud, clientId …). */
function names(token: string | undefined, { clientId }: Signer): boolean {
  const holds = (value: unknown): boolean =>
    value === clientId ||
    (typeof value === 'object' && value !== null && Object.values(value).some(holds));
  return holds(readJwt(token)?.claims);
}

/** Two requests of different clients that got one token. */
function sharedToken(
  asked: readonly { observed: Observed; by: Signer }[],
): [Observed, Observed] | undefined {
  const first = new Map<string, { observed: Observed; by: Signer }>();
  for (const one of asked) {
    const token = one.observed.answer?.token;
    if (token === undefined) continue;
    const known = first.get(token);
    if (known && known.by !== one.by) return [known.observed, one.observed];
    if (!known) first.set(token, one);
  }
  return undefined;
}
