import fc from 'fast-check';
import { describeAnswer } from '../../src/engine/answer.js';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import type { Mutation } from '../../src/engine/draft.js';
import { headerOf } from '../../src/engine/wire.js';
import { formatTimestamp, parseTimestamp } from '../../src/protocol/timestamp.js';
import { rewritten, timestamp } from '../shared/token-mutations.js';

/** Seconds that a request may take, whatever window its target has. */
const surelyInside = 10;
/** Seconds among whose signatures a mark is looked for: with a key of 2048 bits one in twelve has it. */
const searched = 120;
/** Further back a refusal shows something only where an instant still older is accepted. */
const olderBy = [1, 2, 3];
/** In Base64, what URL decoding turns into blanks, and what is tidied up in a path. */
const marks = ['++', '//'];

const seconds = Array.from({ length: 60 }, (_, second) => second);
const settings = ['/signature/encoding'];
/** Three instants for each run of a property: at the standard depth the whole minute. */
const countOf = ({ effort }: CheckContext) =>
  Math.min(seconds.length, effort.runs * 3) + marks.length;

/** The latest signature with a mark in its text; any where none has it, as in hexadecimal digits. */
async function marked(t: CheckContext): Promise<Mutation[]> {
  const now = t.session.now();
  const instants = Array.from({ length: searched }, (_, age) => now - age * 1000);
  const drafts = instants.map((instant) => t.session.draft(instant));
  const signatures = await Promise.all(
    drafts.map(async ({ clientId, timestamp: text, signing }) =>
      signing.encode(await signing.sign(signing.stringToSign(clientId, text))),
    ),
  );
  return marks.map((mark) => {
    const found = signatures.findIndex((text) => text.includes(mark));
    const { timestamp: text = '' } = drafts[Math.max(0, found)] ?? {};
    return timestamp(
      text,
      found < 0 ? 'signed at any instant' : `the text of the signature holds ${mark}`,
    );
  });
}

/** The latest instant on a second of the minute. */
function onSecond(second: number): Mutation {
  const name = `the second of X-TIMESTAMP is ${String(second).padStart(2, '0')}`;
  return rewritten(name, (instant, form) => {
    const age = (new Date(instant).getUTCSeconds() - second + 60) % 60;
    return formatTimestamp(instant - age * 1000, form);
  });
}

/** The seconds of a minute in an order that the seed gives. */
function shuffled({ seed }: CheckContext): number[] {
  const order = fc.shuffledSubarray(seconds, { minLength: seconds.length });
  return fc.sample(order, { seed, numRuns: 1 })[0] ?? [];
}

/** No document states a window: an old instant may be refused, but not where an older one is accepted. */
const judge: Judge = async (observed, t) => {
  const verdict = judgeAccepted(observed, t);
  const sent = parseTimestamp(headerOf(observed.sent.request.headers, 'x-timestamp') ?? '');
  if (typeof verdict !== 'string' || !sent.ok) return verdict;
  const { instant, form } = sent;
  if (t.session.now() - instant <= (surelyInside + 1) * 1000) return verdict;
  for (const by of olderBy) {
    const older = formatTimestamp(instant - by * 1000, form);
    if (t.session.grants(await t.session.probe(timestamp(older, 'X-TIMESTAMP is older'))))
      return verdict;
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
    const finding = await acceptsInstants(() => probes).run(t);
    const { refusedInstant } = t.session;
    if (finding.outcome !== 'passed' || !refusedInstant?.answer) return finding;
    const said = describeAnswer(refusedInstant.answer);
    return {
      outcome: 'failed',
      message: `a valid request was refused twice at one instant (${said}), and accepted at another`,
      exchanges: [...finding.exchanges, await t.session.record(refusedInstant)],
    };
  },
};
