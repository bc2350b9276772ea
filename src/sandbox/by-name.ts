/** Edits between two texts: letters put in, taken out or changed. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/**
 * Picks entries by their names, in the order of the names.
 *
 * @param what what an entry is called in the message
 * @throws RangeError for an unknown name; the message gives the name that comes nearest
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
