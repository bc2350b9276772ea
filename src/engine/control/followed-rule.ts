import type { Message } from '../../messages/message.js';
import { headerOf } from '../http/wire.js';
import type { Mutation } from '../request/draft.js';
import type { Observed } from '../session/observed.js';
import type { DraftOf, ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';

/** A wrong signing rule that a target was seen to follow. */
export interface FollowedRule<S extends ServiceId> {
  /** `signed over the raw body, not minified` */
  rule: Message;
  /** How a profile says that a document has this rule; undefined if none can. */
  setting: string | undefined;
  observed: Observed<S>;
}

/**
 * Tries the known wrong rules on a request that was refused though rightly signed.
 *
 * @param mutation What the request differs in from the control; nothing if it is the control.
 * @returns the first rule by which the target takes it; undefined if it takes it by none
 */
export async function followedRule<S extends ServiceId>(
  session: Session<S>,
  mutation?: Mutation<DraftOf<S>>,
): Promise<FollowedRule<S> | undefined> {
  const change = (draft: DraftOf<S>) => (mutation ? mutation.apply(draft) : draft);
  for (const wrong of session.service.adapter.wrongRules(session)) {
    const right = change(session.draft());
    // If both come to the same signature, the request was refused with it already.
    if ((await signatureOf(session, right)) === (await signatureOf(session, wrong.apply(right))))
      continue;
    const observed = await session.probe(
      { ...wrong, apply: (draft) => wrong.apply(change(draft)) },
      { faultClass: 'other', diagnosis: true },
    );
    if (session.grants(observed))
      return { rule: wrong.name, setting: wrong.setting?.(session.draft()), observed };
  }
  return undefined;
}

async function signatureOf<S extends ServiceId>(session: Session<S>, draft: DraftOf<S>) {
  const { headers } = await session.service.adapter.compose(draft);
  return headerOf(headers, 'x-signature');
}
