import type { Services } from '../../../schemas/generated/profile.js';
import { type Message, say } from '../../messages/message.js';
import type { TimestampForm } from '../../protocol/timestamp.js';
import type { Candidate } from '../request/candidates/candidate.js';
import type { Mutation } from '../request/draft.js';
import type { Observed } from '../session/observed.js';
import type { DraftOf, ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { whyToStop } from './restraint.js';

/** One more way to send a request that was refused. */
export interface Attempt<S extends ServiceId> {
  mutation: Mutation<DraftOf<S>>;
  /** The rule that it is signed by, if that is what differs. */
  rule?: Candidate<DraftOf<S>>;
  /** The form of its timestamp, if that is what differs. */
  form?: TimestampForm;
  /** What of a config says so, if a profile can. */
  overrides?: Services | undefined;
}

/** What became of attempts. */
export interface Attempted<S extends ServiceId> {
  /** The first that the target took. */
  taken?: { attempt: Attempt<S>; observed: Observed<S> };
  /** How many it refused. */
  ruledOut: number;
  /** How many weren't sent. */
  left: number;
  /** Why they weren't, if something spoke against it. */
  stopped?: Message;
}

/**
 * Sends one attempt after the other, each once, until the target takes one, or until something speaks against sending
 * more: a throttle, a lock, silence.
 *
 * @param refused the refusal that is to be explained, if there is one
 */
export async function attemptEach<S extends ServiceId>(
  session: Session<S>,
  attempts: readonly Attempt<S>[],
  refused?: Observed<S>,
): Promise<Attempted<S>> {
  let ruledOut = 0;
  let last = refused;
  for (const [index, attempt] of attempts.entries()) {
    const stopped = whyToStop(session, last, refused);
    if (stopped) return { ruledOut, left: attempts.length - index, stopped };
    last = await sendOnce(session, attempt.mutation);
    if (session.grants(last))
      return { taken: { attempt, observed: last }, ruledOut, left: attempts.length - index - 1 };
    // What breaks a server shows nothing of its rule.
    if (last.answer && last.answer.status < 500) ruledOut += 1;
  }
  const stopped = whyToStop(session, last, refused);
  return { ruledOut, left: 0, ...(stopped && { stopped }) };
}

/** Without a second try: what the target puts off isn't asked again. */
function sendOnce<S extends ServiceId>(
  session: Session<S>,
  mutation: Mutation<DraftOf<S>>,
): Promise<Observed<S>> {
  return session.limitedTo(1).inTurn(async (send) => {
    await session.service.adapter.prepare?.(session);
    const base = session.draft();
    return send({
      draft: mutation.apply(base),
      context: { purpose: 'probe', mutation, base, faultClass: 'other', diagnosis: true },
    });
  });
}

/** The setting as it can stand in a config, in JSON or YAML. */
export function overridesText(overrides: Services): string {
  const text = JSON.stringify(overrides, undefined, 1).replace(/\n\s*/g, ' ');
  return `"overrides": ${text}`;
}

/** How a config says what was found. */
export function profileCanSay(overrides: Services): Message {
  return say('run/control/profile-can-say', { setting: overridesText(overrides) });
}
