import { nearestName } from '../input/nearest-name.js';
import { loadCatalogue } from './catalogue.js';

/** What to tell of an id that no requirement has; undefined where one has it. */
export function unknownRequirement(id: string): { what: string; remedy: string } | undefined {
  const catalogue = loadCatalogue();
  if (catalogue.has(id)) return undefined;
  const near = nearestName(id, [...catalogue.keys()]);
  return {
    what: `there is no requirement "${id}"`,
    remedy: near ? `Did you mean "${near}"?` : '`snap-conformance list` shows all ids.',
  };
}
