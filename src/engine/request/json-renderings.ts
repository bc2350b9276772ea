import { isObject } from '../input/text.js';

/** How common libraries write a JSON body anew after parsing it, mistakes and all. */

type Writer = (body: Buffer) => string;

/** Parses and writes; a text that isn't JSON stays as it is. */
function anew(write: (value: unknown) => string): Writer {
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
  javascript: anew((value) => JSON.stringify(value)),
  /** json_encode without flags: slashes and all beyond ASCII are escaped. */
  php: anew((value) => php(JSON.stringify(value))),
  /** The same after json_decode into arrays, which forgets whether an empty one was an object. */
  phpArrays: anew((value) => php(JSON.stringify(value, emptyAsArray))),
  /** json.dumps without separators: a space after comma and colon, all beyond ASCII escaped. */
  python: anew((value) => escapeNonAscii(space(JSON.stringify(value)))),
  /** A serializer that orders members by name. */
  sorted: anew((value) => JSON.stringify(sort(value))),
} satisfies Record<string, Writer>;
