/** The document of the page. */
export const root: HTMLElement = document.documentElement;

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
