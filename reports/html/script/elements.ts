import { byId, within } from './shared/by-id.js';

/** The filter above the checks. */
export const form: HTMLFormElement = byId('filter', HTMLFormElement);

/** The field for words in the filter. */
export const searchField: HTMLInputElement = within(form, 'input[name=q]', HTMLInputElement);

/** Every check, in the order of the page. */
export const checks: readonly HTMLDetailsElement[] = [
  ...document.querySelectorAll<HTMLDetailsElement>('details.check'),
];
