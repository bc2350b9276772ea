import { checks, form, searchField } from './elements.js';
import { complete } from './evidence.js';
import { applyFilter } from './filter.js';
import { say } from './language.js';
import { unpacked } from './packed.js';
import { byId, within } from './shared/by-id.js';

/** Filters as the reader changes the form, and keeps the filter in the hash. */
export function listenToFilter(): void {
  form.addEventListener('input', () => void changeFilter());
  form.addEventListener('submit', (event) => event.preventDefault());
  byId('clear', HTMLButtonElement).addEventListener('click', () => {
    form.reset();
    void changeFilter();
  });
  const toggle = byId('toggle-all', HTMLButtonElement);
  toggle.addEventListener('click', () => void toggleAll(toggle));
  // Toggle events don't bubble: they are caught on their way down.
  document.addEventListener('toggle', ({ target }) => void completeOpened(target), true);
}

/** Sets the form to what a hash says, as a query. */
export function readFilter(query: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = query.getAll(field.name).includes(field.value);
    } else if (field instanceof HTMLInputElement) {
      field.value = query.get(field.name) ?? '';
    } else if (field instanceof HTMLSelectElement) {
      field.value = query.get(field.name) ?? '';
      // A value that it doesn't have selects nothing.
      if (field.selectedIndex === -1) field.value = '';
    }
  }
  applyFilter();
}

async function changeFilter(): Promise<void> {
  // Words are looked for in what is packed too.
  if (searchField.value !== '') await unpacked;
  applyFilter();
  const filled = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const query = new URLSearchParams(filled).toString();
  history.replaceState(null, '', query === '' ? '#details' : `#?${query}`);
}

/** Opens all checks that are shown, or closes all. */
async function toggleAll(button: HTMLButtonElement): Promise<void> {
  await unpacked;
  const open = button.getAttribute('aria-pressed') !== 'true';
  for (const check of checks) check.open = open && !check.hidden;
  button.setAttribute('aria-pressed', String(open));
  const label = within(button, '[data-t]', HTMLElement);
  const word = open ? 'closeAll' : 'openAll';
  label.dataset.t = word;
  label.textContent = say(word);
}

async function completeOpened(target: EventTarget | null): Promise<void> {
  if (!(target instanceof HTMLDetailsElement)) return;
  if (!target.open || !target.matches('details.check')) return;
  await unpacked;
  complete(target);
}
