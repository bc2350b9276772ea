import { getsControlAlone } from '../plan/production.js';
import type { Made, Observed } from './observed.js';
import type { DraftOf, ServiceId } from './service.js';
import type { Session } from './session.js';

/** Instants at which a valid request is tried, a second apart, if it is refused at the present one. */
const otherInstants = 4;

/** How often a valid request is sent again after a server error, before the error counts as its answer. */
const repeatsOfError = 4;

/** What is sent, made from the control of an instant. */
export type Make<S extends ServiceId> = (base: DraftOf<S>) => Made<S>;

/**
 * Sends a request that has to be accepted. A refusal has to come again before it counts, and at other
 * instants too: a target may refuse some instants, or the signatures that are made at them, and that is no
 * fault of whatever else was sent just then. The session remembers that there was one. A server error that
 * doesn't come again is the target's own trouble; the rules over valid requests count it.
 *
 * @returns The grant if there is one; else the first answer, `unconfirmed` if it didn't come again.
 */
export async function sendValid<S extends ServiceId>(
  session: Session<S>,
  make: Make<S>,
): Promise<Observed<S>> {
  const prepare = () => session.service.adapter.prepare?.(session);
  const repeat = (base: DraftOf<S>): Made<S> => {
    const { draft, context } = make(base);
    return { draft, context: { ...context, repeats: true } };
  };
  let instant = 0;
  let timestamp = '';
  const first = await session.inTurn(async (send) => {
    await prepare();
    instant = session.now();
    const made = make(session.draft(instant));
    timestamp = made.draft.timestamp;
    return send(made);
  });
  if (!first.answer || session.grants(first)) return first;
  // Asked again and again, a target in production may lock the client.
  if (getsControlAlone(session.target)) return first;
  if (session.shared.spent) return first;
  const sendAgain = () =>
    session.inTurn(async (send) => {
      await prepare();
      // Not the same draft: a transaction may not have the same X-EXTERNAL-ID twice.
      return send(repeat(session.draft(instant)));
    });
  let again = await sendAgain();
  if (broke(first)) {
    for (let count = 1; count < repeatsOfError && broke(again); count += 1)
      again = await sendAgain();
    if (!broke(again)) return again;
  }
  if (session.shared.spent) return again;
  if (!again.answer || session.grants(again)) return { ...first, unconfirmed: true };
  for (let seconds = 1; seconds <= otherInstants; seconds += 1) {
    const observed = await session.inTurn(async (send) => {
      await prepare();
      const made = repeat(session.draft(instant - seconds * 1000));
      // A mutation that sets the timestamp asks about that one alone.
      return made.draft.timestamp === timestamp ? undefined : send(made);
    });
    if (!observed) break;
    if (!session.grants(observed)) continue;
    session.shared.refusedInstant ??= first;
    session.note('instants at which a valid request was refused', timestamp);
    return observed;
  }
  return first;
}

function broke<S extends ServiceId>({ answer }: Observed<S>): boolean {
  return answer !== undefined && answer.status >= 500;
}
