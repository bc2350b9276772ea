import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { forecastTokenLife, tokenLife } from './token-life.js';
import { accessToken, requireToken } from './token-mutations.js';

const shows = 'the server does not look at when a token ends';

const withExpired = (expired: string): Check<'transaction'> =>
  refuses<never, 'transaction'>('refuses-expired-token', {
    as: 'invalid-token',
    when: requireToken,
    shows,
    probes: (t) => [accessToken(t, () => expired, "the token is the config's expired one")],
  });

/** The config's expired token; else one whose end is waited for. */
export const refusesExpiredToken: Check<'transaction'> = {
  ...withExpired(''),
  alone: true,
  forecast: (t, forecast) => {
    const expired = t.session.target.transaction?.expiredToken;
    if (expired !== undefined) return withExpired(expired).forecast(t, forecast);
    forecastTokenLife(t, forecast);
    if (t.slow) forecast.confirm();
  },
  run: async (t) => {
    const expired = t.session.target.transaction?.expiredToken;
    if (expired !== undefined) return withExpired(expired).run(t);
    const control = await t.requireControl();
    const { seconds, margin, after } = await tokenLife(t);
    const exchanges = [control, await t.session.record(after)];
    if (!after.answer) throw cantTell(`no answer: ${t.describe(after)}`, exchanges);
    if (t.session.grants(after))
      return {
        outcome: 'failed',
        message: `it was carried out (${t.describe(after)}) though the token of ${seconds} s had expired ${margin.after} s before: ${shows}`,
        exchanges,
      };
    return {
      outcome: 'passed',
      message: `refused ${margin.after} s after its end: ${t.describe(after)}`,
      exchanges: [...exchanges, ...(await t.confirmControlInTime(exchanges))],
    };
  },
};
