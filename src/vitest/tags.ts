import { shippedCatalogue } from '../engine/catalogue/catalogue.js';
import { tagsOf } from '../engine/catalogue/choose.js';

/** The tags of all shipped checks, in the form that `test.tags` of a vitest config takes. */
export function conformanceTags(): { name: string }[] {
  const names = new Set([...shippedCatalogue().values()].flatMap(tagsOf));
  return [...names].sort().map((name) => ({ name }));
}
