import { type Escape, escapes } from './escapes.js';
import { numbers, type WriteNumber } from './numbers.js';
import type { Tagged } from './tagged-json.js';

/** How a library writes a JSON value, white space aside. */
export interface Style {
  escape: Escape;
  number: WriteNumber;
  /** Which members are sorted by name: all, those outside arrays, or the outermost alone. */
  sorted: 'not' | 'all' | 'outside-arrays' | 'outermost';
  /** Members that are null are left out. */
  withoutNulls: boolean;
  /** PHP arrays don't keep whether an empty one was an object. */
  emptyObject: string;
  emptyArray: string;
  /** Arrays as objects, their indexes as names. */
  arraysAsObjects: boolean;
  /** Writes a string that isn't the name of a member. */
  value: (text: string) => string | undefined;
}

export const plainStyle: Style = {
  escape: escapes.plain,
  number: numbers.kept,
  sorted: 'not',
  withoutNulls: false,
  emptyObject: '{}',
  emptyArray: '[]',
  arraysAsObjects: false,
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
  if (Array.isArray(value)) return writeArray(value, style);
  const members = membersOf(value, style);
  if (members.length === 0) return style.emptyObject;
  const within: Style = style.sorted === 'outermost' ? { ...style, sorted: 'not' } : style;
  const written = members.map(
    (name) => `${style.escape(name.slice(1))}:${writeJson(value[name] as Tagged, within)}`,
  );
  return `{${written.join(',')}}`;
}

function writeArray(items: readonly Tagged[], style: Style): string {
  if (items.length === 0) return style.emptyArray;
  const within: Style =
    style.sorted === 'not' || style.sorted === 'all' ? style : { ...style, sorted: 'not' };
  const written = items.map((item) => writeJson(item, within));
  return style.arraysAsObjects
    ? `{${written.map((item, index) => `"${index}":${item}`).join(',')}}`
    : `[${written.join(',')}]`;
}

function membersOf(value: Record<string, Tagged>, style: Style): string[] {
  const names = Object.keys(value);
  const kept = style.withoutNulls ? names.filter((name) => value[name] !== null) : names;
  return style.sorted === 'not' ? kept : kept.sort();
}
