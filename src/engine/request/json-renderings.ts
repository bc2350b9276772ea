import { escapes } from '../mistakes/body/escapes.js';
import { type Layout, layouts } from '../mistakes/body/layouts.js';
import { numbers } from '../mistakes/body/numbers.js';
import { readTagged } from '../mistakes/body/tagged-json.js';
import { plainStyle, type Style, writeJson } from '../mistakes/body/write-json.js';

/** How common libraries write a JSON body again after they have parsed it, mistakes included. */

type Writer = (body: Buffer) => string;

/** Reads a text and writes it again; what isn't JSON stays as it is. */
function again(style: Partial<Style>, layout: Layout = layouts.compact): Writer {
  return (body) => {
    const text = body.toString('utf8');
    const value = readTagged(text);
    return value === undefined ? text : layout(writeJson(value, { ...plainStyle, ...style }));
  };
}

const javascript = { number: numbers.javascript };
const php = { escape: escapes.php, number: numbers.php };

export const json = {
  /** JSON.stringify: numbers lose their spelling, escapes are undone. */
  javascript: again(javascript),
  /** json_encode without flags: slashes and all characters beyond ASCII are escaped. */
  php: again(php),
  /** The same after json_decode into arrays, which doesn't keep whether an empty one was an object. */
  phpArrays: again({ ...php, emptyObject: '[]' }),
  /** json.dumps without separators: a space follows comma and colon, all characters beyond ASCII are escaped. */
  python: again({ escape: escapes.python, number: numbers.python }, layouts.python),
  /** A serializer that orders members by name. */
  sorted: again({ ...javascript, sorted: 'all' }),
} satisfies Record<string, Writer>;
