import { distance } from 'fastest-levenshtein';

/**
 * Picks entries by their names, in the order of the names.
 *
 * @param what what an entry is called in the message
 * @throws RangeError for an unknown name; the message gives the nearest one
 */
export function byName<T extends { name: string }>(
  what: string,
  entries: readonly T[],
  names: readonly string[],
): T[] {
  return names.map((name) => {
    const found = entries.find((entry) => entry.name === name);
    if (found) return found;
    const [nearest] = entries
      .map((entry) => ({ name: entry.name, far: distance(name, entry.name) }))
      .sort((a, b) => a.far - b.far);
    throw new RangeError(`there is no ${what} "${name}"; the nearest is "${nearest?.name ?? ''}"`);
  });
}
