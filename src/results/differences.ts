import { digestOf } from '../engine/catalogue/digest.js';
import { escapePointer } from '../engine/input/json-pointer.js';
import { isObject } from '../engine/input/text.js';

/** A value that differs; `before` or `after` is absent when that side has no value. */
export interface Difference {
  /** JSON pointer. */
  pointer: string;
  before?: unknown;
  after?: unknown;
}

/**
 * Where two JSON values differ, member by member. Lists are compared whole, and as sets: a dialect lists values
 * in the order in which they were first seen, which says nothing about the target.
 */
export function differences(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (!isObject(before) || !isObject(after)) {
    return same(before, after) ? [] : [{ pointer, before, after }];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name): Difference[] => {
    const at = `${pointer}/${escapePointer(name)}`;
    if (!Object.hasOwn(after, name)) return [{ pointer: at, before: before[name] }];
    if (!Object.hasOwn(before, name)) return [{ pointer: at, after: after[name] }];
    return differences(before[name], after[name], at);
  });
}

function same(one: unknown, other: unknown): boolean {
  return digestOf(unordered(one)) === digestOf(unordered(other));
}

/** A list by its items in any order. The brackets distinguish it from a text of just those items. */
function unordered(value: unknown): unknown {
  return Array.isArray(value) ? [value.map(digestOf).toSorted()] : value;
}
