import type { Document, LineCounter, Node } from 'yaml';
import { pointerTokens } from './json-pointer.js';

/** A place in a file; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** Where the parts of one file's data are in the file, and what is written there. */
interface Source {
  locate: (pointer: string) => Position | undefined;
  written: (pointer: string) => string | undefined;
}

/** Finds the parts of a file's data in the file, by the data. */
const known = new WeakMap<object, Source>();

/** Remembers where the parts of a YAML file's data are in the file. */
export function rememberPositions(data: unknown, document: Document, lines: LineCounter): void {
  if (typeof data !== 'object' || data === null) return;
  known.set(data, {
    locate: (pointer) => {
      const offset = found(document, pointerTokens(pointer))?.offset;
      if (offset === undefined) return undefined;
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    },
    written: (pointer) => {
      const node = found(document, pointerTokens(pointer))?.node as
        | { source?: unknown }
        | undefined;
      return typeof node?.source === 'string' ? node.source : undefined;
    },
  });
}

/** Gives data that was made from a file's data the same positions. */
export function keepPositions(from: unknown, to: unknown): void {
  const source = sourceOf(from);
  if (source && typeof to === 'object' && to !== null) known.set(to, source);
}

/** A file's name with line and column of a value, if they are known: `mine.yaml:7:5`. */
export function placeIn(file: string, data: unknown, pointer: string): string {
  const position = sourceOf(data)?.locate(pointer);
  return position ? `${file}:${position.line}:${position.column}` : file;
}

/** A scalar as it is written in the file: what YAML reads as the number 700 may be 0700 there. */
export function writtenAs(data: unknown, pointer: string): string | undefined {
  return sourceOf(data)?.written(pointer);
}

function sourceOf(data: unknown): Source | undefined {
  return typeof data === 'object' && data !== null ? known.get(data) : undefined;
}

/** A part of a document, and where it begins: a member at its name, an item of a list at itself. */
function found(
  document: Document,
  tokens: readonly string[],
): { node: unknown; offset: number } | undefined {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0];
  for (const token of tokens) {
    const at = asNode(node, document);
    const items: unknown[] = at?.items ?? [];
    const pair = items.find((item) => isPair(item) && String(item.key.value) === token);
    const next = isPair(pair) ? pair.value : items[Number(token)];
    offset = isPair(pair) ? pair.key.range?.[0] : (next as Node | undefined)?.range?.[0];
    if (offset === undefined) return undefined;
    node = next;
  }
  return offset === undefined ? undefined : { node, offset };
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
