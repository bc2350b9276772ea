import { isObject } from '../input/text.js';

/** How common libraries write a JSON body again after they have parsed it, mistakes included. */

type Writer = (body: Buffer) => string;

/** Parses a text and writes it again; what isn't JSON stays as it is. */
function again(write: (value: unknown) => string): Writer {
  return (body) => {
    const text = body.toString('utf8');
    try {
      return write(JSON.parse(text));
    } catch {
      return text;
    }
  };
}

const escapeNonAscii = (text: string) =>
  text.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function sort(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sort);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sort(item)]),
  );
}

/** A compact JSON text with a space after each comma and colon between its tokens. */
function space(compact: string): string {
  return compact.replace(/"(?:[^"\\]|\\.)*"|[,:]/g, (token) =>
    token === ',' || token === ':' ? `${token} ` : token,
  );
}

/** PHP reads an object into an array, and an empty array is written as []. */
const emptyAsArray = (_: string, item: unknown) =>
  isObject(item) && Object.keys(item).length === 0 ? [] : item;

const php = (compact: string) => escapeNonAscii(compact).replaceAll('/', '\\/');

export const json = {
  /** JSON.stringify: numbers lose their spelling, escapes are undone. */
  javascript: again((value) => JSON.stringify(value)),
  /** json_encode without flags: slashes and all characters beyond ASCII are escaped. */
  php: again((value) => php(JSON.stringify(value))),
  /** The same after json_decode into arrays, which doesn't keep whether an empty one was an object. */
  phpArrays: again((value) => php(JSON.stringify(value, emptyAsArray))),
  /** json.dumps without separators: a space follows comma and colon, all characters beyond ASCII are escaped. */
  python: again((value) => escapeNonAscii(space(JSON.stringify(value)))),
  /** A serializer that orders members by name. */
  sorted: again((value) => JSON.stringify(sort(value))),
} satisfies Record<string, Writer>;
