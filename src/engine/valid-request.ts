import { givesToken } from './answer.js';
import type { TokenDraft } from './draft.js';
import type { Observed, SendContext, Session } from './session.js';

/** Instants at which a valid request is tried, a second apart, where it is refused at the present one. */
const otherInstants = 4;

/** What is sent, made from the control of an instant. */
export type Make = (base: TokenDraft) => { draft: TokenDraft; context: SendContext };

/**
 * Sends a request that has to be accepted. A refusal has to come again before it counts, and at other
 * instants too: a target may refuse some instants, or the signatures that are made at them, and that is no
 * fault of whatever else was sent just then. The session remembers that there was one.
 *
 * @returns The grant where there is one; else the first answer, `unconfirmed` where it didn't come again.
 */
export async function sendValid(session: Session, make: Make): Promise<Observed> {
  const now = session.now();
  const makeAt = (seconds: number) =>
    make(session.draft(session.controlForm, now - seconds * 1000));
  const send = ({ draft, context }: ReturnType<Make>) => session.send(draft, context);
  const made = makeAt(0);
  const first = await send(made);
  if (!first.answer || givesToken(first.answer)) return first;
  const again = await send(made);
  if (!again.answer || givesToken(again.answer)) return { ...first, unconfirmed: true };
  for (let seconds = 1; seconds <= otherInstants; seconds += 1) {
    const other = makeAt(seconds);
    // Whoever sets the timestamp asks about that one alone.
    if (other.draft.timestamp === made.draft.timestamp) break;
    const observed = await send(other);
    if (!givesToken(observed.answer)) continue;
    session.refusedInstant ??= first;
    session.dialect.note('instants at which a valid request was refused', made.draft.timestamp);
    return observed;
  }
  return first;
}
