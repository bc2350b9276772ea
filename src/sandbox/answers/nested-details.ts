/** What a careless reader takes for nesting: brackets inside a string, and many closed pairs in a row. */
const flat = {
  note: `"${'[{'.repeat(250)}`,
  objects: Array.from({ length: 250 }, () => ({})),
  lists: Array.from({ length: 250 }, () => []),
};

/** A JSON value of so many levels, lists and objects in turn, besides many members that aren't nested. */
export function nestedDetails(levels: number): unknown {
  let value: unknown = [];
  for (let level = 1; level < levels - 1; level += 1)
    value = level % 2 === 0 ? [value] : { inner: value };
  return { ...flat, nested: value };
}
