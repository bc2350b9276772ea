import type { Seen } from '../likeness/other-profile.js';
import { effortAt } from '../plan/effort.js';
import type { RunPlan } from '../plan/plan.js';
import { runTarget } from '../run/run-target.js';
import type { ProfileFit } from './fit.js';

/** A refusal of each kind, grants, and how the control fared. */
export interface Sampled {
  seen: Seen;
  control: Pick<ProfileFit, 'accepted' | 'control'>;
  requests: number;
}

/** Checks over messages: they send a plain refusal of each kind, and the control before and after. */
const overMessages = ['token-b2b/errors/*', 'token-b2b/response/*', 'token-b2b/expiry/type'];

/** Gets from a target, of one profile, the messages that every profile can judge. */
export async function sampleRefusals(plan: RunPlan): Promise<Sampled> {
  const [target] = plan.targets;
  if (!target) throw new Error('a plan to detect a profile has one target');
  let seen: Seen = { sessions: [], clockOffset: 0 };
  const { status } = await runTarget(
    { ...plan, only: overMessages },
    // The limit is no budget to fit: what it leaves out counts for no profile.
    { ...target, effort: effortAt.quick },
    {
      onDone: (done) => {
        seen = done;
      },
    },
  );
  const { outcome, message } = status.control;
  return {
    seen,
    control: { accepted: outcome === 'accepted', control: message },
    requests: status.requests,
  };
}
