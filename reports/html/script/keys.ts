import { checks, searchField } from './elements.js';
import { goTo } from './views.js';

/** What each key of the report does. */
export const actions: Readonly<Record<string, () => void>> = {
  '/': () => {
    goTo('details');
    searchField.focus();
    searchField.select();
  },
  j: () => step(1),
  k: () => step(-1),
  s: () => goTo('summary'),
  d: () => goTo('details'),
};

/** Moves the focus by so many checks among those that are shown. */
function step(by: number): void {
  goTo('details');
  const shown = checks.filter((check) => !check.hidden);
  const focused = document.activeElement?.closest<HTMLDetailsElement>('details.check');
  const at = focused ? shown.indexOf(focused) : -1;
  const next = shown[at < 0 && by < 0 ? shown.length - 1 : at + by];
  next?.querySelector<HTMLElement>('summary')?.focus();
}
