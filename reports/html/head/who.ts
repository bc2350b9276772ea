import type { Cause, ControlFinding, TargetResult } from '../../../schemas/generated/result.js';
import type { Markup } from '../template.js';
import type { View } from '../view.js';
import { type Word, words } from '../words.js';

/** Who can mend what a check found: whoever runs the target's service. */
export function whoMends(view: View, { role }: Pick<TargetResult, 'role'>): Markup {
  return view.say(role === 'provider' ? 'byProvider' : 'byMerchant');
}

/** Who can do something about a cause. */
export function whoMendsCause(view: View, target: TargetResult, { id }: Cause): Markup {
  return id === 'other-profile' ? whoEither(view, target) : whoMends(view, target);
}

/** Who can do something about a control that was not accepted: most often the config is at fault. */
export function whoMendsControl(
  view: View,
  target: TargetResult,
  { outcome }: ControlFinding,
): Markup {
  return outcome === 'not-sent' ? view.say('byConfig') : whoEither(view, target);
}

/** The remedy of a cause, by its id; undefined for a cause that the page has no words for. */
export function remedyOfCause(view: View, { id }: Cause): Markup | undefined {
  const word = `cause-${id}`;
  return Object.hasOwn(words.en, word) ? view.say(word as Word) : undefined;
}

function whoEither(view: View, { role }: Pick<TargetResult, 'role'>): Markup {
  return view.say(role === 'provider' ? 'byConfigOrProvider' : 'byConfigOrMerchant');
}
