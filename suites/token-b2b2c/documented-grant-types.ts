import type { Check } from '../../src/engine/checks/check.js';
import { describeAnswer } from '../../src/engine/http/answer.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { withMembers } from './mutations.js';

/** One accepted spelling is enough where the document contradicts itself about them. */
export const acceptsDocumentedGrantTypes: Check<'token-b2b2c'> = {
  name: 'accepts-documented-grant-types',
  settings: ['/grantType'],
  forecast: (t, forecast) => {
    forecast.control();
    forecast.granted(t.settings.grantType.refreshToken.length);
  },
  run: async (t) => {
    const control = await t.requireControl();
    const { refreshToken, authorizationCode, alternatives } = t.settings.grantType;
    const taken: string[] = [];
    const refused: { spelling: string; observed: Observed<'token-b2b2c'> }[] = [];
    for (const [index, spelling] of refreshToken.entries()) {
      const own = alternatives && index === t.session.spelling;
      const mutation = {
        ...withMembers({}, `grantType in the spelling ${spelling}`, 'grantType'),
        apply: (draft: Parameters<ReturnType<typeof withMembers>['apply']>[0]) => {
          const byCode = draft.body?.toString('utf8').includes('"authCode"') === true;
          const value = byCode ? (authorizationCode[index] ?? spelling) : spelling;
          return withMembers({ grantType: value }, '', '').apply(draft);
        },
      };
      // Another spelling than the control's is sent for the dialect alone where one is enough.
      const fault = alternatives && !own ? ({ faultClass: 'other' } as const) : {};
      const observed = await t.session.probe(mutation, fault);
      if (!observed.answer) {
        throw cantTell(`the spelling ${spelling} got no answer: ${t.describe(observed)}`, [
          control,
          await t.session.record(observed),
        ]);
      }
      if (t.session.grants(observed)) {
        taken.push(spelling);
        t.session.note('accepted grant types', spelling);
      } else refused.push({ spelling, observed });
    }
    const missed = alternatives && taken.length > 0 ? undefined : refused[0];
    const runs = refreshToken.length;
    if (!missed) {
      const message = `the documented spellings are accepted: ${taken.join(', ')}`;
      return { outcome: 'passed', message, exchanges: [control], runs };
    }
    const probe = await t.session.record(missed.observed);
    const after = await t.confirmControl([control, probe]);
    const answer = missed.observed.answer ? describeAnswer(missed.observed.answer) : 'no answer';
    return {
      outcome: 'failed',
      message: `the documented grant type ${missed.spelling} is refused: ${answer}`,
      exchanges: [control, probe, after],
      runs,
    };
  },
};
