/** The parts of the page that the script works on. */
export const root: HTMLElement = document.documentElement;

/** The filter above the checks. */
export const form: HTMLFormElement = byId('filter', HTMLFormElement);

/** The field for words in the filter. */
export const searchField: HTMLInputElement = within(form, 'input[name=q]', HTMLInputElement);

/** Every check, in the order of the page. */
export const checks: readonly HTMLDetailsElement[] = [
  ...document.querySelectorAll<HTMLDetailsElement>('details.check'),
];

/**
 * The element with this id.
 *
 * @throws Error if the page has no such element.
 */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  return within(document, `#${id}`, kind);
}

/**
 * The first element in `parent` that fits the selector.
 *
 * @throws Error if there is none of this kind.
 */
export function within<T extends HTMLElement>(
  parent: ParentNode,
  selector: string,
  kind: new () => T,
): T {
  const found = parent.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}
