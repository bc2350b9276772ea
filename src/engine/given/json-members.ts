import type { WireHeaders } from '../http/wire.js';
import { isObject } from '../input/text.js';
import { unreadable } from './given-problem.js';

/** The text of a member; undefined if it is absent or no text. */
export function textOf(value: unknown, member: string): string | undefined {
  const found = isObject(value) ? value[member] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The list of a member; empty if it is absent or no list. */
export function listOf(value: unknown, member: string): readonly unknown[] {
  const found = isObject(value) ? value[member] : undefined;
  return Array.isArray(found) ? found : [];
}

/**
 * Headers of a list of objects.
 *
 * @param key the member that holds the name: `name` in a HAR, `key` in a collection of Postman
 * @param at JSON pointer of the list
 * @throws InputProblem for an item that is no header.
 */
export function headersOf(
  list: readonly unknown[],
  key: 'name' | 'key',
  file: string,
  at: string,
): WireHeaders {
  return list.flatMap((item, index): WireHeaders => {
    const name = textOf(item, key);
    const value = textOf(item, 'value');
    if (name === undefined || value === undefined)
      throw unreadable(`this header lacks ${name === undefined ? key : 'value'}, which is a text`, {
        file,
        pointer: `${at}/${index}`,
        remedy: `A header is an object: { "${key}": "X-TIMESTAMP", "value": "…" }.`,
      });
    // HTTP/2 writes method and path as headers; a disabled one isn't sent.
    const left = name.startsWith(':') || (isObject(item) && item['disabled'] === true);
    return left ? [] : [[name, value]];
  });
}
