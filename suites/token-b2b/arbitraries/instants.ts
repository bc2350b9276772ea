import fc from 'fast-check';
import type { CheckContext } from '../../../src/engine/checks/check.js';
import type { Mutation } from '../../../src/engine/request/draft.js';
import { say } from '../../../src/messages/message.js';
import { formatTimestamp } from '../../../src/protocol/timestamp.js';
import { rewritten, withTimestamp } from '../../shared/token-mutations.js';

/** How many seconds are searched for a signature with a mark: with a key of 2048 bits one in twelve has it. */
const searched = 120;
/** Characters of Base64 that URL decoding turns into blanks, and that are tidied up in a path. */
const marks = ['++', '//'];

const seconds = Array.from({ length: 60 }, (_, second) => second);
/** Three instants for each run of a property: the whole minute at the standard depth. */
export const countOf = ({ effort }: CheckContext<'token-b2b'>) =>
  Math.min(seconds.length, effort.runs * 3) + marks.length;

/** The latest signature with each mark in its text; any if none has it, as in hexadecimal digits. */
export async function marked(t: CheckContext<'token-b2b'>): Promise<Mutation[]> {
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
    return withTimestamp(
      text,
      found < 0
        ? say('token-b2b/signature/any-instant')
        : say('token-b2b/signature/text-holds', { mark }),
    );
  });
}

/** The latest instant on a second of the minute. */
export function onSecond(second: number): Mutation {
  return rewritten(say('token-b2b/signature/second', { second }), (instant, form) => {
    const age = (new Date(instant).getUTCSeconds() - second + 60) % 60;
    return formatTimestamp(instant - age * 1000, form);
  });
}

/** The seconds of a minute in an order that the seed gives. */
export function shuffled({ seed }: CheckContext<'token-b2b'>): number[] {
  const order = fc.shuffledSubarray(seconds, { minLength: seconds.length });
  return fc.sample(order, { seed, numRuns: 1 })[0] ?? [];
}
