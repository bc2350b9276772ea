import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { givesToken } from '../../src/engine/http/answer.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, type Finding, inapplicable } from '../../src/engine/session/outcome.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { withTimestamp } from '../shared/token-mutations.js';

/** Ages at which a request is tried that nothing else of the run is likely to have been sent with. */
const secondsAgo = [2, 3, 5, 8, 13];

/** A first use that is granted: what can then be sent again. */
async function firstUse(t: CheckContext): Promise<{ text: string; first: Observed } | undefined> {
  for (const seconds of secondsAgo) {
    const text = formatTimestamp(t.now - seconds * 1000, t.session.controlForm);
    const first = await t.session.probe(withTimestamp(text, 'signed some seconds ago'));
    if (givesToken(first.answer)) return { text, first };
  }
  return undefined;
}

/** The same request twice: refused or accepted the second time as the profile says; else only noted. */
export const replay: Check = {
  name: 'replay',
  alone: true,
  settings: ['/signature/replay'],
  forecast: (t, forecast) => {
    forecast.control();
    if (t.settings.signature.replay === 'refuse') {
      forecast.granted(1);
      forecast.refused(1, 'other');
    } else forecast.granted(2);
  },
  run: async (t) => {
    const control = await t.requireControl();
    const wanted = t.settings.signature.replay;
    const use = await firstUse(t);
    if (!use) {
      const message = 'no request signed some seconds ago was granted, so none could be sent twice';
      throw wanted === 'unspecified' ? inapplicable(message) : cantTell(message, [control]);
    }
    const again = withTimestamp(use.text, 'the very same request was granted before');
    // What a refusal of a replay is to say, no document tells.
    const fault = wanted === 'accept' ? {} : ({ faultClass: 'other' } as const);
    const second = await t.session.probe(again, fault);
    // A single refusal can be a passing trouble of the target.
    if (!second.answer || second.unconfirmed)
      throw cantTell(`the second use got no clear answer: ${t.describe(second)}`, [control]);
    const given = givesToken(second.answer);
    t.session.note('replay of a signed request', given ? 'accepted' : 'refused');
    if (wanted === 'unspecified')
      throw inapplicable(
        `the document doesn't say whether a signed request may be used twice (${given ? 'accepted' : 'refused'})`,
      );
    const finding: Finding = {
      outcome: given === (wanted === 'accept') ? 'passed' : 'failed',
      message: `the same request was ${given ? 'accepted' : 'refused'} the second time (${t.describe(second)}); the document has it ${wanted === 'accept' ? 'accepted' : 'refused'}`,
      exchanges: [control, await t.session.record(use.first), await t.session.record(second)],
      runs: 2,
    };
    return finding;
  },
};
