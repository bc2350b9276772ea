/** A JSON value as it is written: members keep their order, and may stand twice. */
export type Tree =
  | { members: [name: string, value: Tree][] }
  | { items: Tree[] }
  | { scalar: string | number | boolean | null }
  /** So deep in lists or in objects that nothing should walk through it. */
  | { depth: number; inList: boolean };

export function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return { items: value.map(treeOf) };
  if (typeof value === 'object' && value !== null)
    return { members: Object.entries(value).map(([name, item]) => [name, treeOf(item)]) };
  return { scalar: value as string | number | boolean | null };
}

/** The text of a JSON file, which is one of YAML too. */
export function written(tree: Tree): string {
  if ('items' in tree) return `[${tree.items.map(written).join(', ')}]`;
  if ('members' in tree)
    return `{${tree.members.map(([name, value]) => `${JSON.stringify(name)}: ${written(value)}`).join(',\n')}}`;
  if ('scalar' in tree) return JSON.stringify(tree.scalar);
  const { depth, inList } = tree;
  return `${(inList ? '[' : '{"a":').repeat(depth)}1${(inList ? ']' : '}').repeat(depth)}`;
}

/** A place in a tree: what holds it, and where. */
interface Slot {
  holder: Extract<Tree, { members: unknown } | { items: unknown }>;
  at: number;
}

function slotsOf(tree: Tree): Slot[] {
  if ('scalar' in tree || 'depth' in tree) return [];
  const children = 'items' in tree ? tree.items : tree.members.map(([, value]) => value);
  return children.flatMap((child, at) => [{ holder: tree, at }, ...slotsOf(child)]);
}

/** What is done at one place of a tree. */
export interface Change {
  /** Which place, from 0 to 1. */
  where: number;
  how: 'replace' | 'remove' | 'double' | 'rename' | 'add' | 'wrap' | 'fetch';
  name: string;
  value: Tree;
}

/** Makes the change in the tree itself. */
export function change(tree: Tree, { where, how, name, value }: Change): void {
  const slots = slotsOf(tree);
  const slot = slots[Math.floor(where * slots.length)];
  if (!slot) return;
  const { holder, at } = slot;
  if ('items' in holder) {
    const [item] = holder.items.slice(at, at + 1);
    if (item) holder.items.splice(at, 1, ...replacements(item, how, value, slots));
    return;
  }
  const member = holder.members[at];
  if (!member) return;
  if (how === 'add') holder.members.push([name, value]);
  else if (how === 'rename') member[0] = /^[+-]$/.test(name) ? near(member[0]) : name;
  else
    holder.members.splice(
      at,
      1,
      ...replacements(member[1], how, value, slots).map((each): [string, Tree] => [
        member[0],
        each,
      ]),
    );
}

function replacements(old: Tree, how: Change['how'], value: Tree, slots: Slot[]): Tree[] {
  if (how === 'remove') return [];
  if (how === 'double') return [old, old];
  if (how === 'wrap') return [{ items: [old] }];
  if (how === 'fetch') {
    const other = slots.at(Math.floor(slots.length / 2));
    const found =
      other &&
      ('items' in other.holder
        ? other.holder.items[other.at]
        : other.holder.members[other.at]?.[1]);
    return [found ? copy(found) : value];
  }
  return [value];
}

/** A name like another one. */
function near(name: string): string {
  return name.length > 2 ? `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}` : `${name}s`;
}

export function copy(tree: Tree): Tree {
  return structuredClone(tree);
}
