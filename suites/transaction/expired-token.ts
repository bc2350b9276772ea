import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { forecastTokenLife, tokenLife } from './token-life.js';
import { accessToken, requireToken } from './token-mutations.js';

const shows = say('transaction/token/shows-end-is-not-looked-at');

const withExpired = (expired: string): Check<'transaction'> =>
  refuses<never, 'transaction'>('refuses-expired-token', {
    as: 'invalid-token',
    when: requireToken,
    shows,
    probes: (t) => [accessToken(t, () => expired, say('transaction/token/expired'))],
  });

/** Uses the config's expired token; without one, waits for a token to expire. */
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
    if (!after.answer)
      throw cantTell(say('run/checks/no-answer', { why: t.describe(after) }), exchanges);
    if (t.session.grants(after))
      return {
        outcome: 'failed',
        message: say('transaction/token-life/taken-after-its-end', {
          answer: t.describe(after),
          seconds,
          ago: margin.after,
          shows,
        }),
        exchanges,
      };
    return {
      outcome: 'passed',
      message: say('transaction/token-life/refused-after-its-end', {
        ago: margin.after,
        answer: t.describe(after),
      }),
      exchanges: [...exchanges, ...(await t.confirmControlInTime(exchanges))],
    };
  },
};
