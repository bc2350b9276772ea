import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { givesToken } from '../../src/engine/http/answer.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { cantTell } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';

/** These say nothing of the target: it was not asked, or it asked to be left alone. */
const undecided = new Set(['budget', 'proxy', 'rate-limited', 'unavailable', 'blocked']);

/**
 * A check that each request gets an answer, and that the target still serves afterwards. Both a token and
 * a refusal are right; an answer of 500 is the finding of the area `errors`.
 *
 * @param of What the requests hold, for the note in the dialect.
 */
export function survives(
  name: string,
  { of, probes }: { of: string; probes: (t: CheckContext<'token-b2b'>) => readonly Mutation[] },
): Check<'token-b2b'> {
  const tried = (t: CheckContext<'token-b2b'>) => probes(t).slice(0, t.effort.examples);
  return {
    name,
    confirms: true,
    forecast: (t, forecast) => {
      forecast.control();
      forecast.refused(tried(t).length, 'other');
      forecast.confirm();
    },
    run: async (t) => {
      const control = await t.requireControl();
      const evidence = [control];
      for (const mutation of tried(t)) {
        const observed = await t.session.probe(mutation, { faultClass: 'other' });
        const { answer, sent } = observed;
        evidence.push(await t.session.record(observed));
        if (answer) {
          const outcome = givesToken(answer) ? 'a token' : `HTTP ${answer.status}`;
          t.session.note(`answer to ${of}`, outcome);
          continue;
        }
        const said = { probe: mutation.name, why: t.describe(observed) };
        if (sent.noAnswer && undecided.has(sent.noAnswer.kind))
          throw cantTell(say('token-b2b/body/no-clear-answer', said), evidence);
        evidence.push(await t.confirmControl(evidence));
        return {
          outcome: 'failed',
          message: say('token-b2b/body/did-not-survive', said),
          exchanges: evidence,
        };
      }
      const after = await t.confirmControlInTime(evidence);
      const runs = tried(t).length;
      return {
        outcome: 'passed',
        message: say('token-b2b/body/survived', { runs }),
        exchanges: [...evidence, ...after],
        runs,
      };
    },
  };
}
