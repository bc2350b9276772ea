import { rendered, translate } from './language.js';
import { packed } from './packed.js';
import { root, within } from './shared/by-id.js';

/** Puts the packed part of a check in. Most failures have theirs in the page already. */
export function complete(check: HTMLElement): void {
  const part = packed.parts[check.id];
  if (part === undefined || isComplete(check)) return;
  check.dataset.complete = '1';
  const body = within(check, '.check-body', HTMLElement);
  body.innerHTML = part;
  if (root.lang !== rendered) translate(body);
}

/** True if the packed part of a check is in the page. */
export function isComplete(check: HTMLElement): boolean {
  return check.dataset.complete !== undefined;
}
