import { nearestName } from '../input/nearest-name.js';
import type { Catalogue } from './catalogue.js';

/** What to tell of an id that no requirement has; undefined if one has it. */
export function unknownRequirement(
  catalogue: Catalogue,
  id: string,
): { what: string; remedy: string } | undefined {
  if (catalogue.has(id)) return undefined;
  const near = nearestName(id, [...catalogue.keys()]);
  return {
    what: `there is no requirement "${id}"`,
    remedy: near ? `Did you mean "${near}"?` : '`snap-conformance list` shows all ids.',
  };
}
