import type { TargetResult } from '../../schemas/generated/result.js';
import { openVerdict } from '../shared/open-verdict.js';
import { partOf } from '../shared/verdict-words.js';
import { html, type Part } from './template.js';
import type { View } from './view.js';

/** What stands behind a verdict that is over a part, is left open by what is missing, or isn't the one of the file. */
export function partMark(view: View, target: TargetResult): Part {
  const part = partOf(target);
  const why = openVerdict(target);
  const { storedVerdict } = target;
  return html`${part && html` ${view.say('inPart', part.chosen, part.all)}`}${
    why && html`: ${view.both(why, openVerdict(target, 'id'))}`
  }${storedVerdict && html` (${view.say('fileStates')} ${view.say(storedVerdict)})`}`;
}
