import type { ErrorObject } from 'ajv/dist/2020.js';
import { isObject } from '../text.js';

type Schema = Record<string, unknown>;

/**
 * What the author of the data most likely meant, for mistakes that are made again and again: a code without quotes, a
 * list or an object of which the one value was given, a name with blanks.
 *
 * @param written The value as it is written in the file, if that is known.
 * @returns undefined for any other mistake
 */
export function remedyOf(error: ErrorObject, written: string | undefined): string | undefined {
  const { keyword, params, data, schema } = error;
  if (data === null && (keyword === 'type' || keyword === 'anyOf'))
    return 'It has no value: write one, or leave the member out.';
  if (keyword === 'pattern') return repaired(String(data), String(schema));
  if (keyword === 'anyOf') {
    const branches = schema as Schema[];
    const has = (type: string) => branches.some((branch) => branch['type'] === type);
    if (has('string')) return quoted(data, written);
    return has('integer') && typeof data === 'string'
      ? unquoted(data)
      : wholeObject(data, branches);
  }
  if (keyword !== 'type') return undefined;
  switch (params['type']) {
    case 'string':
      return quoted(data, written);
    case 'integer':
    case 'number':
      return unquoted(data);
    case 'boolean':
      return data === 'true' || data === 'false' ? `Write it without quotes: ${data}.` : undefined;
    case 'array':
      return typeof data === 'string' || typeof data === 'number'
        ? `Write a list, also for one value: [${data}].`
        : undefined;
    case 'object': {
      const members = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      return members.length > 0 && members.length <= 12
        ? `Write an object; its members are ${members.join(', ')}.`
        : undefined;
    }
    default:
      return undefined;
  }
}

function quoted(data: unknown, written?: string): string | undefined {
  if (typeof data !== 'number' && typeof data !== 'boolean') return undefined;
  const read = typeof data === 'number' ? 'a number' : 'a truth value';
  return `Put it in quotes, or it is read as ${read}: "${written ?? data}".`;
}

function unquoted(data: unknown): string | undefined {
  return typeof data === 'string' && /^-?[0-9]+$/.test(data)
    ? `Write it without quotes: ${data}.`
    : undefined;
}

/** A number where an object of numbers is asked for: the number is meant for each of its members. */
function wholeObject(data: unknown, branches: readonly Schema[]): string | undefined {
  if (typeof data !== 'number') return undefined;
  const object = branches.find(({ type }) => type === 'object');
  const members = Object.keys((object?.['properties'] as object | undefined) ?? {});
  const numbers = Object.values((object?.['properties'] as object | undefined) ?? {}).every(
    (member) => isObject(member) && member['type'] === 'integer',
  );
  return members.length > 0 && numbers
    ? `Write an object: { ${members.map((name) => `${name}: ${data}`).join(', ')} }.`
    : undefined;
}

/** Small changes to a text, one of which may give it the form that is asked for. */
const repairs: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  (text) => text.toLowerCase(),
  (text) => `/${text.trim()}`,
  (text) => text.replaceAll(/\s+/g, ''),
  (text) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, ''),
];

function repaired(text: string, pattern: string): string | undefined {
  const form = new RegExp(pattern, 'u');
  const fits = repairs.map((repair) => repair(text)).find((each) => form.test(each));
  return fits === undefined ? undefined : `Did you mean ${JSON.stringify(fits)}?`;
}
