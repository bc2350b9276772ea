import type { Message } from '../../messages/message.js';
import { type Candidate, documented } from '../request/candidates/candidate.js';
import type { Mutation } from '../request/draft.js';
import type { Observed } from '../session/observed.js';
import type { DraftOf, ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { attemptEach } from './attempt.js';

/** How many rules are tried on a request that was refused though rightly signed. */
const most = 10;

/**
 * Finds the rule by which a target takes a variation of the control that it refused. The control it takes, so only
 * those rules are tried that sign the control as it is documented.
 *
 * @param refused The refusal, unless it is that of another request like this.
 * @returns what the target took; undefined if it takes the variation by none of them
 */
export async function followedRule<S extends ServiceId>(
  session: Session<S>,
  mutation: Mutation<DraftOf<S>> | undefined,
  refused?: Observed<S>,
): Promise<{ rule: Message; observed: Observed<S> } | undefined> {
  const vary = (draft: DraftOf<S>) => mutation?.apply(draft) ?? draft;
  const control = session.draft();
  const signsControl = ({ mark }: Candidate<DraftOf<S>>) =>
    [documented, undefined].includes(mark(control));
  const attempts = session.service.adapter
    .candidates(session, vary(control))
    .filter(signsControl)
    .slice(0, most)
    .map((rule) => ({
      rule,
      mutation: {
        ...(rule as Mutation<DraftOf<S>>),
        apply: (draft: DraftOf<S>) => rule.apply(vary(draft)),
      },
    }));
  const { taken } = await attemptEach(session, attempts, refused);
  const rule = taken?.attempt.rule?.name;
  return taken && rule && { rule, observed: taken.observed };
}
