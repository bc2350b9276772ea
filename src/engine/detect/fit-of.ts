import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { servedPaths } from '../../protocol/served-paths.js';
import { type TimestampForm } from '../../protocol/timestamp.js';
import { timestampForms } from '../../protocol/timestamp-forms.js';
import { levelUnder } from '../catalogue/level.js';
import type { Suites } from '../checks/suites.js';
import type { TargetPlan } from '../plan/plan.js';
import { type Asking, keyOf, type Reply, requestsOf } from './asking.js';
import type { ProfileFit } from './fit.js';

const ruledOutForms = 'token-b2b/timestamp/rejects-ruled-out-forms';

/**
 * What the valid requests that were sent show of one profile: whether its own is accepted, and whether the target
 * takes the forms of X-TIMESTAMP that the profile says.
 *
 * @param shipped The same profile at its own paths.
 */
export function fitOf(
  suites: Suites,
  asking: Asking,
  plan: TargetPlan,
  shipped: TargetPlan,
): ProfileFit {
  const { profile } = plan;
  const settings = profile.services['token-b2b'];
  const { path, timestamp } = settings;
  const replyIn = (form: TimestampForm) => asking.known(path, { settings, form });
  const replies = requestsOf(plan).flatMap(({ form }) => replyIn(form) ?? []);
  const reply = replies.find(({ accepted }) => accepted) ?? lastAnswered(replies);
  const granted = timestampForms.filter((form) => replyIn(form)?.accepted);
  const ruledOut = granted.filter((form) => timestamp.reject.includes(form));
  const requirement = suites.catalogue.get(ruledOutForms);
  if (!requirement) throw new RangeError(ruledOutForms);
  const { level } = levelUnder(requirement, profile, suites.settingsOf(ruledOutForms));
  const accepted = reply?.accepted ?? false;
  return {
    ...{ profile: plan.name, title: profile.title, path },
    ownPath: servedPaths(shipped.profile.services['token-b2b']).includes(path),
    accepted,
    control: reply?.message ?? '',
    differences: (accepted ? ruledOut : []).map((form) => ({
      ...{ id: ruledOutForms, level },
      message: render(say('run/detect/takes-ruled-out-form', { form })),
    })),
    passed: accepted ? granted.filter((form) => timestamp.accept.includes(form)).length : 0,
  };
}

/** True if the valid requests of two profiles are the same, the first ones at least. */
export function askedAlike(a: TargetPlan, b: TargetPlan): boolean {
  const [first, second] = [a, b].map((plan) => requestsOf(plan)[0]);
  return first !== undefined && second !== undefined && keyOf(first) === keyOf(second);
}

/** The last reply with an answer, or just the last: once the requests are used up, no answer comes. */
function lastAnswered(replies: readonly Reply[]): Reply | undefined {
  return replies.findLast(({ answer }) => answer) ?? replies.at(-1);
}
