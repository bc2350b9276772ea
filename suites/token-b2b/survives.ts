import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { givesToken } from '../../src/engine/http/answer.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { cantTell } from '../../src/engine/session/outcome.js';

/** What came of the probes says nothing of the target: it was not asked, or asked to be left alone. */
const undecided = new Set(['budget', 'rate-limited']);

/**
 * A check that each request gets an answer, whatever it says, from a target that then still serves: both
 * a token and a refusal are right. An answer of 500 is the area `errors`'s finding.
 *
 * @param name What of the body is noted in the dialect.
 */
export function survives(
  name: string,
  { of, probes }: { of: string; probes: (t: CheckContext) => readonly Mutation[] },
): Check {
  const tried = (t: CheckContext) => probes(t).slice(0, t.effort.examples);
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
        const said = `${mutation.name}: ${t.describe(observed)}`;
        if (sent.noAnswer && undecided.has(sent.noAnswer.kind)) throw cantTell(said, evidence);
        evidence.push(await t.confirmControl(evidence));
        return { outcome: 'failed', message: `no answer, ${said}`, exchanges: evidence };
      }
      const after = await t.confirmControlInTime(evidence);
      const runs = tried(t).length;
      return {
        outcome: 'passed',
        message: runs === 1 ? 'it was answered' : `all ${runs} were answered`,
        exchanges: [...evidence, ...after],
        runs,
      };
    },
  };
}
