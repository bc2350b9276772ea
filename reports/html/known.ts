import type { CheckResult } from '../../schemas/generated/result.js';
import { quoted } from './prose.js';
import { html, type Markup } from './template.js';
import type { View } from './view.js';

/** The entry of the baseline that lists a failure: its reason, its owner, and its last day. */
export function knownFailure(
  view: View,
  { reason, owner, expires }: NonNullable<CheckResult['known']>,
): Markup {
  return html`<p class="known">${view.say('knownBecause')}: ${quoted(reason)}${owner !== undefined && html`; ${view.say('owner', owner)}`}${expires !== undefined && html`; ${view.say('holdsUntil', expires)}`}</p>`;
}
