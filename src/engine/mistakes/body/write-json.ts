import { type Escape, escapes } from './escapes.js';
import { numbers, type WriteNumber } from './numbers.js';
import type { Tagged } from './tagged-json.js';

/** How a library writes a JSON value, white space aside. */
export interface Style {
  escape: Escape;
  number: WriteNumber;
  sorted: boolean;
  /** Members that are null are left out. */
  withoutNulls: boolean;
  /** PHP arrays don't keep whether an empty one was an object. */
  emptyObject: string;
  emptyArray: string;
  /** Writes a string that isn't the name of a member. */
  value: (text: string) => string | undefined;
}

export const plainStyle: Style = {
  escape: escapes.plain,
  number: numbers.kept,
  sorted: false,
  withoutNulls: false,
  emptyObject: '{}',
  emptyArray: '[]',
  value: () => undefined,
};

/** Writes a value without white space. */
export function writeJson(value: Tagged, style: Style): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    const text = value.slice(1);
    if (value.startsWith('n')) return style.number(text);
    return style.value(text) ?? style.escape(text);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return style.emptyArray;
    return `[${value.map((item) => writeJson(item, style)).join(',')}]`;
  }
  let names = Object.keys(value);
  if (style.sorted) names = names.sort();
  if (style.withoutNulls) names = names.filter((name) => value[name] !== null);
  if (names.length === 0) return style.emptyObject;
  const members = names.map(
    (name) => `${style.escape(name.slice(1))}:${writeJson(value[name] as Tagged, style)}`,
  );
  return `{${members.join(',')}}`;
}
