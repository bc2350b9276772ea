import { area } from '../../src/engine/checks/area.js';
import type { Check } from '../../src/engine/checks/check.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { forecastTokenLife, requireWait, tokenLife } from './token-life.js';
import { requireToken } from './token-mutations.js';
import { transaction } from './transaction.js';

/** What expiresIn promises is kept or broken where the token is used. */
const honoured: Check<'transaction'> = {
  name: 'honoured',
  alone: true,
  // Asked first: a run that doesn't wait calls no transaction for it.
  when: (t) => {
    requireWait(t);
    requireToken(t);
  },
  forecast: forecastTokenLife,
  run: async (t) => {
    const control = await t.requireControl();
    const { seconds, margin, before } = await tokenLife(t);
    const exchanges = [control, await t.session.record(before)];
    if (!before.answer) throw cantTell(`no answer: ${t.describe(before)}`, exchanges);
    if (t.session.grants(before))
      return {
        outcome: 'passed',
        message: `a token of ${seconds} s was still good ${margin.before} s before its end`,
        exchanges,
      };
    exchanges.push(await t.confirmControl(exchanges));
    return {
      outcome: 'failed',
      message: `expiresIn gave the token ${seconds} s, but ${margin.before} s before their end it was refused (${t.describe(before)})`,
      exchanges,
    };
  },
};

export const expiry = area(transaction, 'token-b2b/expiry', [honoured]);
