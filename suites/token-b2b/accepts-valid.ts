import { judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import { describeAnswer, givesToken } from '../../src/engine/http/answer.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { say, type Text } from '../../src/messages/message.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { acceptsOrPutsAside } from '../shared/puts-aside.js';
import { withTimestamp } from '../shared/token-mutations.js';
import { countOf, marked, onSecond, shuffled } from './arbitraries/instants.js';

/** Seconds that a request may take: any window is longer. */
const surelyInside = 12;
/** Beyond that age a refusal shows something only if an instant that is older still is accepted. */
const olderBy = [1, 2, 3];
const settings = ['/signature/encoding', '/signature/delimiter'];

/** No document states a window: an old instant may be refused, but not if an older one is accepted. */
function judgeInstant(aside: Text[]): Judge<'token-b2b'> {
  return async (observed, t) => {
    const verdict = judgeAccepted(observed, t);
    if (verdict === undefined || verdict === null) return verdict;
    const instant = Date.parse(headerOf(observed.sent.request.headers, 'x-timestamp') ?? '');
    if ((t.session.now() - instant) / 1000 <= surelyInside) return verdict;
    for (const by of olderBy) {
      const older = formatTimestamp(instant - by * 1000, t.session.controlForm);
      const { answer } = await t.session.probe(
        withTimestamp(older, say('token-b2b/signature/older')),
      );
      if (givesToken(answer)) return verdict;
    }
    aside.push(t.describe(observed));
    return undefined;
  };
}

function acceptsInstants(
  probes: (t: CheckContext<'token-b2b'>) => readonly Mutation[],
): Check<'token-b2b'> {
  return acceptsOrPutsAside('accepts-valid', { settings, probes }, judgeInstant, {
    all: (said) => say('token-b2b/signature/all-too-old', said),
    some: (said) => say('token-b2b/signature/some-too-old', said),
  });
}

/** A right signature gets a token, whatever the second and whatever characters are in its text. */
export const acceptsValid: Check<'token-b2b'> = {
  ...acceptsInstants((t) => Array<Mutation>(countOf(t)).fill(onSecond(0))),
  run: async (t) => {
    const { wrongRule, message, exchanges } = await t.session.control();
    // A target that follows a known wrong rule refuses the control: the target is at fault, not the run.
    if (wrongRule !== undefined) return { outcome: 'failed', message, exchanges };
    await t.requireControl();
    const first = await marked(t);
    const probes = [...first, ...shuffled(t).map(onSecond)].slice(0, countOf(t));
    return acceptsInstants(() => probes).run(t);
  },
  // Any valid request of the run may show it.
  afterwards: async (t) => {
    const { refusedInstant } = t.session.shared;
    if (!refusedInstant?.answer) return undefined;
    return {
      outcome: 'failed',
      message: say('token-b2b/signature/refused-at-one-instant', {
        answer: describeAnswer(refusedInstant.answer),
      }),
      exchanges: [await t.requireControl(), await t.session.record(refusedInstant)],
    };
  },
};
