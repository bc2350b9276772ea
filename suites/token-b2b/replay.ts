import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { givesToken } from '../../src/engine/http/answer.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { withTimestamp } from '../shared/token-mutations.js';

/** Ages of the requests that are tried: nothing else in the run is likely to have been sent with them. */
const secondsAgo = [2, 3, 5, 8, 13];

/** A first use that is granted, so that it can be sent again. */
async function firstUse(
  t: CheckContext<'token-b2b'>,
): Promise<{ text: string; first: Observed<'token-b2b'> } | undefined> {
  for (const seconds of secondsAgo) {
    const text = formatTimestamp(t.now - seconds * 1000, t.session.controlForm);
    const first = await t.session.probe(
      withTimestamp(text, say('token-b2b/signature/some-seconds-ago')),
    );
    if (givesToken(first.answer)) return { text, first };
  }
  return undefined;
}

/** Sends the same request twice: the second is refused or accepted as the profile says, or else only noted. */
export const replay: Check<'token-b2b'> = {
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
      const message = say('token-b2b/signature/no-first-use');
      throw wanted === 'unspecified' ? inapplicable(message) : cantTell(message, [control]);
    }
    const again = withTimestamp(use.text, say('token-b2b/signature/granted-before'));
    // No document says how a replay is to be refused.
    const fault = wanted === 'accept' ? {} : ({ faultClass: 'other' } as const);
    const second = await t.session.probe(again, fault);
    // A single refusal can be a temporary problem of the target.
    if (!second.answer || second.unconfirmed)
      throw cantTell(
        say('token-b2b/signature/second-use-unclear', { answer: t.describe(second) }),
        [control],
      );
    const given = givesToken(second.answer);
    t.session.note('replay of a signed request', given ? 'accepted' : 'refused');
    if (wanted === 'unspecified')
      throw inapplicable(say('token-b2b/signature/replay-not-documented', { given }));
    const answer = t.describe(second);
    return {
      outcome: given === (wanted === 'accept') ? 'passed' : 'failed',
      message: say('token-b2b/signature/replay', { given, answer, wanted: wanted === 'accept' }),
      exchanges: [control, await t.session.record(use.first), await t.session.record(second)],
      runs: 2,
    };
  },
};
