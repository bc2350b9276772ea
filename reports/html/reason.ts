import type { CheckResult } from '../../schemas/generated/result.js';
import { reasonOf, shortReasonOf } from '../shared/group.js';
import { html, type Markup } from './template.js';
import type { View } from './view.js';

/** The reason that a group of checks has in common. */
export function reasonSaid(view: View, [first]: readonly CheckResult[], short = false): Markup {
  if (!first) return html``;
  const [english, indonesian] = (['en', 'id'] as const).map((lang) => {
    const message = view.inLanguage(first.message, lang);
    return short ? shortReasonOf({ message }) : reasonOf({ message });
  });
  return view.both(english ?? '', indonesian);
}
