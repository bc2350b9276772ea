import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { readJwt } from '../shared/jwt.js';
import { tokenEntropy } from './token-entropy.js';

/** Fewer bits than this can be guessed (OWASP: session ids hold 64 bits or more). */
const enoughBits = 64;
/** A sample of fewer different tokens shows too much by chance. */
const fewest = 8;

function sampleSize({ effort }: CheckContext<'token-b2b'>): number {
  return Math.max(16, Math.min(effort.runs, 64));
}

/** Somebody who sees some tokens can't guess the next one. */
export const tokensUnpredictable: Check<'token-b2b'> = {
  name: 'tokens-unpredictable',
  sequential: true,
  forecast: (t, forecast) => {
    forecast.control();
    forecast.granted(sampleSize(t));
  },
  run: async (t) => {
    const control = await t.requireControl();
    const size = sampleSize(t);
    const tokens: string[] = [];
    const exchanges = [control];
    let last: Observed<'token-b2b'> | undefined;
    // They are sent one after the other: the order shows what only grows.
    for (let sent = 0; sent < size; sent += 1) {
      last = await t.session.sendControl();
      const { token } = last.answer ?? {};
      if (token === undefined)
        throw cantTell(
          say('token-b2b/security/grant-missing', { answer: t.describe(last) }),
          exchanges,
        );
      tokens.push(token);
    }
    if (last) exchanges.push(await t.session.record(last));
    // A server may give a token again as long as it lives, or sign the same claims with the same result, which says
    // nothing of how well it draws.
    const different = [...new Set(tokens)];
    if (different.length < fewest) {
      throw untested(
        say('token-b2b/security/no-sample', {
          grants: size,
          tokens: different.length,
          jwts: different.every((token) => readJwt(token) !== undefined),
        }),
        exchanges,
      );
    }
    const { bits, found } = tokenEntropy(different);
    const seen = say('token-b2b/security/tokens-in-a-row', { tokens: different.length, found });
    return bits < enoughBits
      ? {
          outcome: 'failed',
          message: say('token-b2b/security/tokens-predictable', {
            seen,
            bits: Math.floor(bits) + 1,
          }),
          exchanges,
          runs: size,
        }
      : { outcome: 'passed', message: seen, exchanges, runs: size };
  },
};
