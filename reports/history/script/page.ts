/** What the page of a history does besides showing itself: theme, keys, printing. */
import { byId, root } from '../../html/script/shared/by-id.js';
import { listenToKeys } from '../../html/script/shared/listen-to-keys.js';
import { listenToTheme, recallTheme } from '../../html/script/shared/theme.js';

root.classList.add('scripted');
listenToTheme();
recallTheme();
byId('print', HTMLButtonElement).addEventListener('click', () => print());
listenToKeys({ j: () => step(1), k: () => step(-1) });
addEventListener('hashchange', openTarget);
openTarget();

/** Moves the focus by so many failures. */
function step(by: number): void {
  const failures = [...document.querySelectorAll<HTMLDetailsElement>('details.spell')];
  const focused = document.activeElement?.closest<HTMLDetailsElement>('details.spell');
  const at = focused ? failures.indexOf(focused) : -1;
  const next = failures[at < 0 && by < 0 ? failures.length - 1 : at + by];
  if (!next) return;
  open(next.parentElement);
  next.querySelector<HTMLElement>('summary')?.focus();
}

/** Opens what the hash names. */
function openTarget(): void {
  const element = document.getElementById(location.hash.slice(1));
  if (!element) return;
  open(element);
  element.scrollIntoView();
}

function open(element: Element | null): void {
  for (let at = element; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
}
