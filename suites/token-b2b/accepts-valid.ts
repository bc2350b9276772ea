import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import { describeAnswer, givesToken } from '../../src/engine/http/answer.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { withTimestamp } from '../shared/token-mutations.js';
import { countOf, marked, onSecond, shuffled } from './arbitraries/instants.js';

/** Seconds that a request may take, whatever window its target has. */
const surelyInside = 12;
/** Further back a refusal shows something only where an instant still older is accepted. */
const olderBy = [1, 2, 3];
const settings = ['/signature/encoding'];

/** No document states a window: an old instant may be refused, but not where an older one is accepted. */
const judge: Judge = async (observed, t) => {
  const verdict = judgeAccepted(observed, t);
  if (verdict === undefined || verdict === null) return verdict;
  const instant = Date.parse(headerOf(observed.sent.request.headers, 'x-timestamp') ?? '');
  if ((t.session.now() - instant) / 1000 <= surelyInside) return verdict;
  for (const by of olderBy) {
    const older = formatTimestamp(instant - by * 1000, t.session.controlForm);
    const { answer } = await t.session.probe(withTimestamp(older, 'X-TIMESTAMP is older'));
    if (givesToken(answer)) return verdict;
  }
  return undefined;
};

function acceptsInstants(probes: (t: CheckContext) => readonly Mutation[]): Check {
  return accepts('accepts-valid', { settings, probes, judge });
}

/** A right signature gets a token, whatever the second and whatever characters its text comes to. */
export const acceptsValid: Check = {
  ...acceptsInstants((t) => Array<Mutation>(countOf(t)).fill(onSecond(0))),
  run: async (t) => {
    const { wrongRule, message, exchanges } = await t.session.control();
    // A target that follows one of the known wrong rules refuses the control: that is its fault, not the run's.
    if (wrongRule !== undefined) return { outcome: 'failed', message, exchanges };
    await t.requireControl();
    const first = await marked(t);
    const probes = [...first, ...shuffled(t).map(onSecond)].slice(0, countOf(t));
    return acceptsInstants(() => probes).run(t);
  },
  // Any valid request of the run may be the one.
  afterwards: async (t) => {
    const { refusedInstant } = t.session.shared;
    if (!refusedInstant?.answer) return undefined;
    const said = describeAnswer(refusedInstant.answer);
    return {
      outcome: 'failed',
      message: `a valid request was refused twice at one instant (${said}), and accepted at another`,
      exchanges: [await t.requireControl(), await t.session.record(refusedInstant)],
    };
  },
};
