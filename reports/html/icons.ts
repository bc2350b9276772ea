import type { Verdict } from '../../schemas/generated/result.js';
import type { ShownOutcome } from '../shared/shown-outcome.js';
import type { Speaker } from './speaker.js';
import { html, type Markup, trusted } from './template.js';

/** The outcome whose icon and colour a verdict shares. */
export const verdictLooks: Record<Verdict, ShownOutcome> = {
  conformant: 'passed',
  'non-conformant': 'failed',
  inconclusive: 'cantTell',
};

/** The drawings, once in a page. Each has its own shape, so that none is told by colour alone. */
export const iconSprite: Markup = trusted(`<svg hidden aria-hidden="true">
<symbol id="icon-passed" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.25"/><path d="M4.6 8.3l2.3 2.3 4.5-4.9"/></symbol>
<symbol id="icon-failed" viewBox="0 0 16 16"><path class="fill" d="M5.2.75h5.6l4.45 4.45v5.6l-4.45 4.45H5.2L.75 10.8V5.2z"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/></symbol>
<symbol id="icon-warning" viewBox="0 0 16 16"><path class="fill" d="M8 1.2l7.2 13H.8z"/><path d="M8 5.8v4M8 11.6v.6"/></symbol>
<symbol id="icon-cantTell" viewBox="0 0 16 16"><rect class="fill" x="1" y="1" width="14" height="14" rx="3.5"/><path d="M5.9 6.2c.1-2.7 4.3-2.6 4.2-.1 0 1.6-2.1 1.6-2.1 3.2M8 11.4v.6"/></symbol>
<symbol id="icon-untested" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" stroke-dasharray="2.6 2.1"/></symbol>
<symbol id="icon-inapplicable" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/><path d="M4.8 8h6.4"/></symbol>
</svg>`);

/** The icon of an outcome. It is decoration: the word stands next to it or is its label. */
export function icon(outcome: ShownOutcome): Markup {
  return html`<svg class="icon ${outcome}" aria-hidden="true"><use href="#icon-${outcome}"/></svg>`;
}

/** Icon and word of an outcome. */
export function outcomeBadge(view: Speaker<ShownOutcome>, outcome: ShownOutcome): Markup {
  return html`<span class="outcome ${outcome}">${icon(outcome)}${view.say(outcome)}</span>`;
}
