import { byId, checks, searchField } from './elements.js';
import { recall, remember } from './memory.js';
import { goTo } from './views.js';

const help = byId('keys-help', HTMLDialogElement);

/** What each key does. */
const actions: Record<string, () => void> = {
  '/': () => {
    goTo('details');
    searchField.focus();
    searchField.select();
  },
  j: () => step(1),
  k: () => step(-1),
  s: () => goTo('summary'),
  d: () => goTo('details'),
  '?': () => help.showModal(),
};

/** Listens to the keys, unless the reader has switched them off. */
export function listenToKeys(): void {
  const keysOn = byId('keys-on', HTMLInputElement);
  keysOn.checked = recall('keys') !== 'off';
  keysOn.addEventListener('change', () => remember('keys', keysOn.checked ? 'on' : 'off'));
  byId('keys', HTMLButtonElement).addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (event) => {
    const action = actions[event.key];
    if (!action || !keysOn.checked || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
}

function isTyping(target: EventTarget | null): boolean {
  const fields = 'input:not([type=checkbox]), select, textarea, dialog';
  return target instanceof Element && target.closest(fields) !== null;
}

/** Moves the focus by so many checks among those that are shown. */
function step(by: number): void {
  goTo('details');
  const shown = checks.filter((check) => !check.hidden);
  const focused = document.activeElement?.closest<HTMLDetailsElement>('details.check');
  const at = focused ? shown.indexOf(focused) : -1;
  const next = shown[at < 0 && by < 0 ? shown.length - 1 : at + by];
  next?.querySelector<HTMLElement>('summary')?.focus();
}
