import { byId } from './by-id.js';
import { recall, remember } from './memory.js';

const help = byId('keys-help', HTMLDialogElement);

/**
 * Listens to the keys, unless the reader has switched them off. `?` shows what each does.
 *
 * @param actions What each key does.
 */
export function listenToKeys(actions: Readonly<Record<string, () => void>>): void {
  const all: Record<string, () => void> = { ...actions, '?': () => help.showModal() };
  const keysOn = byId('keys-on', HTMLInputElement);
  keysOn.checked = recall('keys') !== 'off';
  keysOn.addEventListener('change', () => remember('keys', keysOn.checked ? 'on' : 'off'));
  byId('keys', HTMLButtonElement).addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (event) => {
    const action = all[event.key];
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
