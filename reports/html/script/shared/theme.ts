import { byId, root } from './by-id.js';
import { recall, remember } from './memory.js';

const themes = byId('theme', HTMLSelectElement);

/** Follows the reader's choice of a theme. */
export function listenToTheme(): void {
  themes.addEventListener('change', () => {
    setTheme(themes.value);
    remember('theme', themes.value);
  });
}

/** Sets the theme that the reader chose before. */
export function recallTheme(): void {
  setTheme(recall('theme') ?? '');
}

/** @param theme '' for the one of the system. */
function setTheme(theme: string): void {
  if (theme === '') delete root.dataset.theme;
  else root.dataset.theme = theme;
  themes.value = theme;
}
