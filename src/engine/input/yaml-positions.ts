import type { Document, LineCounter, Node } from 'yaml';
import { pointerTokens } from './json-pointer.js';

/** A place in a file; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

type Locate = (pointer: string) => Position | undefined;

/** Finds the parts of a file's data in the file, by the data. */
const known = new WeakMap<object, Locate>();

/** Remembers where the parts of a YAML file's data are in the file. */
export function rememberPositions(data: unknown, document: Document, lines: LineCounter): void {
  if (typeof data !== 'object' || data === null) return;
  known.set(data, (pointer) => {
    const offset = offsetOf(document, pointerTokens(pointer));
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  });
}

/** Gives data that was made from a file's data the same positions. */
export function keepPositions(from: unknown, to: unknown): void {
  const locate = typeof from === 'object' && from !== null ? known.get(from) : undefined;
  if (locate && typeof to === 'object' && to !== null) known.set(to, locate);
}

/** A file's name with line and column of a value, if they are known: `mine.yaml:7:5`. */
export function placeIn(file: string, data: unknown, pointer: string): string {
  const locate = typeof data === 'object' && data !== null ? known.get(data) : undefined;
  const position = pointer === '' ? undefined : locate?.(pointer);
  return position ? `${file}:${position.line}:${position.column}` : file;
}

/** A member is at its name, an item of a list at itself. */
function offsetOf(document: Document, tokens: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const token of tokens) {
    const at = asNode(node, document);
    const items: unknown[] = at?.items ?? [];
    const pair = items.find((item) => isPair(item) && String(item.key.value) === token);
    const next = isPair(pair) ? pair.value : items[Number(token)];
    offset = isPair(pair) ? pair.key.range?.[0] : (next as Node | undefined)?.range?.[0];
    if (offset === undefined) return undefined;
    node = next;
  }
  return offset;
}

function asNode(node: unknown, document: Document): { items?: unknown[] } | undefined {
  const alias = node as { source?: string; resolve?: (in_: Document) => unknown } | undefined;
  // An alias stands for what its anchor holds.
  return (alias?.resolve ? alias.resolve(document) : node) as { items?: unknown[] } | undefined;
}

function isPair(
  item: unknown,
): item is { key: { value: unknown; range?: [number, number, number] }; value: unknown } {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item;
}
