import { area } from '../../src/engine/checks/area.js';
import type { Check } from '../../src/engine/checks/check.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { forecastTokenLife, requireWait, tokenLife } from './token-life.js';
import { requireToken } from './token-mutations.js';
import { transaction } from './transaction.js';

/** Only the use of a token shows whether the promise of expiresIn is kept. */
const honoured: Check<'transaction'> = {
  name: 'honoured',
  alone: true,
  // Comes first: a run that doesn't wait sends no transaction for this check.
  when: (t) => {
    requireWait(t);
    requireToken(t);
  },
  forecast: forecastTokenLife,
  run: async (t) => {
    const control = await t.requireControl();
    const { seconds, margin, before } = await tokenLife(t);
    const exchanges = [control, await t.session.record(before)];
    if (!before.answer)
      throw cantTell(say('run/checks/no-answer', { why: t.describe(before) }), exchanges);
    if (t.session.grants(before))
      return {
        outcome: 'passed',
        message: say('transaction/token-life/taken-to-its-end', { seconds, left: margin.before }),
        exchanges,
      };
    exchanges.push(await t.confirmControl(exchanges));
    return {
      outcome: 'failed',
      message: say('transaction/token-life/refused-before-its-end', {
        seconds,
        left: margin.before,
        answer: t.describe(before),
      }),
      exchanges,
    };
  },
};

export const expiry = area(transaction, 'token-b2b/expiry', [honoured]);
