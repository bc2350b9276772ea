import type { ErrorObject } from 'ajv/dist/2020.js';
import { pointerTokens } from '../json-pointer.js';
import { isObject } from '../text.js';

/** Data with more values than this is judged by its beginning first: a validator collects every mistake in it. */
const manyValues = 20_000;

/** Items of a list and members of an object that the beginning has. */
const kept = 100;

/** Data whose long lists and objects are cut, or undefined if it has few enough values as it is. */
export function shortened(data: unknown): unknown {
  return hasMoreThan(manyValues, data) ? cut(data) : undefined;
}

/** True for a mistake that the whole data has too: a member that was cut off isn't missing. */
export function isInWhole(
  data: unknown,
  { keyword, instancePath, params }: Pick<ErrorObject, 'keyword' | 'instancePath' | 'params'>,
): boolean {
  if (keyword !== 'required') return true;
  const at = pointerTokens(instancePath).reduce<unknown>(
    (value, token) => (value as Record<string, unknown>)[token],
    data,
  );
  return !Object.hasOwn(at as object, String(params['missingProperty']));
}

function hasMoreThan(limit: number, data: unknown): boolean {
  let left = limit;
  const count = (value: unknown): boolean => {
    left -= 1;
    if (left < 0) return true;
    return typeof value === 'object' && value !== null && Object.values(value).some(count);
  };
  return count(data);
}

function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, kept).map(cut);
  if (!isObject(value)) return value;
  const members: [string, unknown][] = [];
  // Not Object.entries: it would make a million pairs to give a hundred.
  for (const name in value) {
    if (members.length === kept) break;
    members.push([name, cut(value[name])]);
  }
  return Object.fromEntries(members);
}
