import { checks, form } from './elements.js';
import { applyFilter } from './filter.js';
import { readFilter } from './filter-form.js';
import { unpacked } from './packed.js';
import { root } from './shared/by-id.js';

/** One of the two views of the page. */
export type ViewName = 'summary' | 'details';

/** Shows one view, and hides the other. */
export function show(view: string): void {
  root.dataset.view = view;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.views a')) {
    if (link.hash === `#${view}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Shows a view as if its link had been followed. */
export function goTo(view: ViewName): void {
  if (root.dataset.view === view) return;
  show(view);
  history.pushState(null, '', `#${view}`);
}

/** Shows what the hash names: a view, a section, a check, an exchange or a filter. */
export async function readHash(): Promise<void> {
  const fragment = location.hash.slice(1);
  if (fragment === '' || fragment === 'summary') return showTop('summary');
  if (fragment === 'details') return showTop('details');
  if (fragment.startsWith('?')) {
    showTop('details');
    await unpacked;
    return readFilter(new URLSearchParams(fragment.slice(1)));
  }
  const element = elementOf(fragment) ?? elementOf(decoded(fragment));
  if (element) reveal(element);
}

/** Follows the links inside the page, and the hash as it changes. */
export function listenToLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    if (!(link instanceof HTMLAnchorElement)) return;
    if (link.dataset.filter) {
      event.preventDefault();
      location.hash = `?${link.dataset.filter}`;
      return;
    }
    // A second click on the same link changes no hash, and must open the check all the same.
    if (link.getAttribute('href') === location.hash) void readHash();
  });
  addEventListener('hashchange', () => void readHash());
}

function showTop(view: ViewName): void {
  show(view);
  scrollTo(0, 0);
}

/** An element by its id; an exchange, `target/e12`, by the first check that it is evidence of. */
function elementOf(id: string): HTMLElement | undefined {
  const element = document.getElementById(id);
  if (element) return element;
  const [, target, exchange] = /^(.*)\/(e\d+)$/.exec(id) ?? [];
  if (target === undefined || exchange === undefined) return undefined;
  return checks.find(
    (check) =>
      check.id.startsWith(`${target}/`) && check.dataset.evidence?.split(' ').includes(exchange),
  );
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function reveal(element: HTMLElement): void {
  show(element.closest('[data-view]')?.id ?? root.dataset.view ?? 'summary');
  if (element.closest('[hidden]')) {
    form.reset();
    applyFilter();
  }
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  element.scrollIntoView();
  if (!(element instanceof HTMLDetailsElement)) return;
  element.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true });
}
