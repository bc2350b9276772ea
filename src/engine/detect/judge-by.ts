import { render } from '../../messages/render.js';
import type { Suites } from '../checks/suites.js';
import { OtherProfile, type Seen } from '../likeness/other-profile.js';
import type { TargetPlan } from '../plan/plan.js';
import type { ProfileFit } from './fit.js';

/** A fit with what one set of messages, whichever profile asked for them, shows of the profile. */
export function judgeBy(suites: Suites, plan: TargetPlan, seen: Seen, fit: ProfileFit): ProfileFit {
  const judged = new OtherProfile(suites, plan, seen).judged();
  const broken = judged.flatMap(({ id, level, broken }) =>
    broken ? [{ id, level, message: render(broken) }] : [],
  );
  return {
    ...fit,
    differences: [...fit.differences, ...broken],
    passed: fit.passed + judged.length - broken.length,
  };
}
