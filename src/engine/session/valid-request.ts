import type { DraftOf, ServiceId } from './service.js';
import type { Observed, SendContext, Session } from './session.js';

/** Instants at which a valid request is tried, a second apart, where it is refused at the present one. */
const otherInstants = 4;

/** What is sent, made from the control of an instant. */
export type Make<S extends ServiceId> = (base: DraftOf<S>) => {
  draft: DraftOf<S>;
  context: SendContext<S>;
};

/**
 * Sends a request that has to be accepted. A refusal has to come again before it counts, and at other
 * instants too: a target may refuse some instants, or the signatures that are made at them, and that is no
 * fault of whatever else was sent just then. The session remembers that there was one.
 *
 * @returns The grant where there is one; else the first answer, `unconfirmed` where it didn't come again.
 */
export async function sendValid<S extends ServiceId>(
  session: Session<S>,
  make: Make<S>,
): Promise<Observed<S>> {
  const now = session.now();
  const makeAt = async (seconds: number) => {
    await session.service.adapter.prepare?.(session);
    return make(session.draft(now - seconds * 1000));
  };
  const send = ({ draft, context }: ReturnType<Make<S>>) => session.send(draft, context);
  const made = await makeAt(0);
  const first = await send(made);
  if (!first.answer || session.grants(first)) return first;
  // Made anew: a transaction may not have the same X-EXTERNAL-ID twice.
  const again = await send(await makeAt(0));
  if (!again.answer || session.grants(again)) return { ...first, unconfirmed: true };
  for (let seconds = 1; seconds <= otherInstants; seconds += 1) {
    const other = await makeAt(seconds);
    // Whoever sets the timestamp asks about that one alone.
    if (other.draft.timestamp === made.draft.timestamp) break;
    const observed = await send(other);
    if (!session.grants(observed)) continue;
    session.refusedInstant ??= first;
    session.dialect.note('instants at which a valid request was refused', made.draft.timestamp);
    return observed;
  }
  return first;
}
