import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { accessToken, requireToken } from './token-mutations.js';

/** The token of a transaction that was carried out, in another one that is new otherwise. */
export const refusesUsedToken: Check<'transaction'> = {
  name: 'refuses-used-token',
  confirms: true,
  settings: ['/tokenUse'],
  when: (t: CheckContext<'transaction'>) => {
    requireToken(t);
    if (t.settings.tokenUse !== 'once')
      throw inapplicable(say('transaction/token/good-until-it-expires'));
  },
  forecast: (_, forecast) => {
    forecast.control();
    forecast.granted(1);
    forecast.refused(1, 'invalid-token');
    forecast.confirm();
  },
  run: async (t) => {
    const control = await t.requireControl();
    let used = '';
    const first = await t.session.probe(
      accessToken(
        t,
        (token) => {
          used = token;
          return token;
        },
        say('transaction/token/not-used-yet'),
      ),
    );
    const exchanges = [control, await t.session.record(first)];
    if (!t.session.grants(first))
      throw cantTell(
        say('transaction/headers/first-use-refused', { answer: t.describe(first) }),
        exchanges,
      );
    const again = await t.session.probe(
      accessToken(t, () => used, say('transaction/token/used-just-before')),
      { faultClass: 'invalid-token', faultField: 'Authorization' },
    );
    exchanges.push(await t.session.record(again));
    if (!again.answer)
      throw cantTell(say('run/checks/no-answer', { why: t.describe(again) }), exchanges);
    if (t.session.grants(again))
      return {
        outcome: 'failed',
        message: say('transaction/token/carried-twice', { answer: t.describe(again) }),
        exchanges,
        runs: 1,
      };
    return {
      outcome: 'passed',
      message: say('run/checks/refused', { answer: t.describe(again) }),
      exchanges: [...exchanges, ...(await t.confirmControlInTime(exchanges))],
      runs: 1,
    };
  },
};
