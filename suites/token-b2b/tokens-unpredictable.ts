import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, untested } from '../../src/engine/session/outcome.js';
import { tokenEntropy } from './token-entropy.js';

/** Below this, guessing comes within reach (OWASP: session ids hold 64 bits or more). */
const enoughBits = 64;
/** With fewer different tokens chance shows too much. */
const fewest = 8;

function sampleSize({ effort }: CheckContext): number {
  return Math.max(16, Math.min(effort.runs, 64));
}

/** Whoever sees some tokens can't make out the next one. */
export const tokensUnpredictable: Check = {
  name: 'tokens-unpredictable',
  forecast: (t, forecast) => {
    forecast.control();
    forecast.granted(sampleSize(t));
  },
  run: async (t) => {
    const control = await t.requireControl();
    const size = sampleSize(t);
    const tokens: string[] = [];
    const exchanges = [control];
    let last: Observed | undefined;
    // One after the other: the order shows what only grows.
    for (let sent = 0; sent < size; sent += 1) {
      last = await t.session.sendControl();
      const { token } = last.answer ?? {};
      if (token === undefined)
        throw cantTell(`a grant is missing from the sample: ${t.describe(last)}`, exchanges);
      tokens.push(token);
    }
    if (last) exchanges.push(await t.session.record(last));
    // Many servers give a token again as long as it lives, which says nothing of how it was made.
    const different = [...new Set(tokens)];
    if (different.length < fewest) {
      throw untested(
        `${size} grants held ${different.length} different tokens: the target gives one again while it lives, so there is no sample`,
        exchanges,
      );
    }
    const { bits, found } = tokenEntropy(different);
    const seen = `${different.length} tokens in a row: ${found}`;
    return bits < enoughBits
      ? {
          outcome: 'failed',
          message: `${seen}, which leaves fewer than ${Math.floor(bits) + 1} bits to guess`,
          exchanges,
          runs: size,
        }
      : { outcome: 'passed', message: seen, exchanges, runs: size };
  },
};
