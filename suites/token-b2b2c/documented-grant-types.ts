import type { Check } from '../../src/engine/checks/check.js';
import type { TokenDraft } from '../../src/engine/request/draft.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { setMembers } from './mutations.js';

/** One accepted spelling is enough when the document contradicts itself about them. */
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
        name: say('token-b2b2c/body/in-spelling', { spelling }),
        field: 'body /grantType',
        apply: (draft: TokenDraft) => {
          const byCode = draft.body?.toString('utf8').includes('"authCode"') === true;
          const value = byCode ? (authorizationCode[index] ?? spelling) : spelling;
          return setMembers(draft, { grantType: value });
        },
      };
      // When one spelling is enough, any but the control's is sent for the dialect alone.
      const fault = alternatives && !own ? ({ faultClass: 'other' } as const) : {};
      const observed = await t.session.probe(mutation, fault);
      if (!observed.answer) {
        const why = t.describe(observed);
        throw cantTell(say('token-b2b2c/body/spelling-got-no-answer', { spelling, why }), [
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
      const message = say('token-b2b2c/body/spellings-accepted', { accepted: taken });
      return { outcome: 'passed', message, exchanges: [control], runs };
    }
    const probe = await t.session.record(missed.observed);
    const after = await t.confirmControl([control, probe]);
    return {
      outcome: 'failed',
      message: say('token-b2b2c/body/spelling-refused', {
        spelling: missed.spelling,
        answer: t.describe(missed.observed),
      }),
      exchanges: [control, probe, after],
      runs,
    };
  },
};
