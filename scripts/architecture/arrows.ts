import type { Import } from './import-graph.js';

/** From each room, the rooms that it imports at run time. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** The arrows among rooms, of the imports that are left when compiled. */
export function arrowsOf(imports: readonly Import[], room: (file: string) => string): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to, typeOnly } of imports) {
    const [here, there] = [room(from), room(to)];
    if (!arrows.has(here)) arrows.set(here, new Set());
    if (!typeOnly && here !== there) arrows.get(here)?.add(there);
  }
  return arrows;
}

/** Ways that lead from a room through others back to itself. */
export function circles(arrows: Arrows): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (here: string, path: readonly string[]): void => {
    if (path.includes(here)) found.push([...path.slice(path.indexOf(here)), here].join(' → '));
    if (path.includes(here) || done.has(here)) return;
    for (const next of arrows.get(here) ?? []) visit(next, [...path, here]);
    done.add(here);
  };
  for (const here of arrows.keys()) visit(here, []);
  return found;
}

/** The arrows without those that follow from others: from `a → b → c`, `a → c` follows. Needs rooms without circles. */
export function withoutDetours(arrows: Arrows): Arrows {
  const beyond = (from: string): Set<string> => {
    const next = [...(arrows.get(from) ?? [])];
    return new Set([...next, ...next.flatMap((room) => [...beyond(room)])]);
  };
  return new Map(
    [...arrows].map(([from, to]) => {
      const followed = new Set([...to].flatMap((room) => [...beyond(room)]));
      return [from, new Set([...to].filter((room) => !followed.has(room)))];
    }),
  );
}
