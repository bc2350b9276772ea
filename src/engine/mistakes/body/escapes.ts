/** Writes a text as a JSON string. */
export type Escape = (text: string) => string;

const plain: Escape = (text) => JSON.stringify(text);
const lower = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
const upper = (letter: string) =>
  `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** JSON.stringify with further characters by number. */
const also =
  (letters: RegExp, write: (letter: string) => string): Escape =>
  (text) =>
    plain(text).replace(letters, write);

const slashed =
  (escape: Escape): Escape =>
  (text) =>
    escape(text).replaceAll('/', '\\/');
const inUpperCase = (json: string) =>
  json.replace(/\\(?:u([0-9a-f]{4})|.)/g, (whole, digits?: string) =>
    digits === undefined ? whole : `\\u${digits.toUpperCase()}`,
  );

const ascii = also(/[\u0080-\uffff]/g, lower);
const lineEnds = also(/[\u2028\u2029]/g, lower);

/**
 * How JSON writers write strings.
 *
 * Source: the writers' own documentation and what they write: tests/engine/mistakes/vectors.
 */
export const escapes = {
  /** JSON.stringify, Python with ensure_ascii=False, most others. */
  plain,
  /** json_encode of PHP. */
  php: slashed(ascii),
  phpUnescapedSlashes: ascii,
  phpUnescapedUnicode: slashed(lineEnds),
  phpUnescaped: lineEnds,
  /** json_encode with JSON_HEX_TAG, JSON_HEX_AMP, JSON_HEX_APOS and JSON_HEX_QUOT. */
  phpHex: (text: string) => hexed(text, slashed(ascii)),
  phpHexUnescapedSlashes: (text: string) => hexed(text, ascii),
  /** json.dumps of Python. */
  python: also(/[\u007f-\uffff]/g, lower),
  /** encoding/json of Go, with SetEscapeHTML. */
  go: also(/[<>&\u2028\u2029]/g, lower),
  /** Go before 1.22 writes \b and \f by number. */
  goOld: (text: string) =>
    also(
      /[<>&\u2028\u2029]/g,
      lower,
    )(text).replace(/\\(.)/g, (whole, letter) =>
      letter === 'b' ? '\\u0008' : letter === 'f' ? '\\u000c' : whole,
    ),
  gson: also(/[<>&='\u2028\u2029]/g, lower),
  gsonPlain: lineEnds,
  /** Jackson writes hexadecimal digits in upper case. */
  jackson: (text: string) => inUpperCase(plain(text)),
  jacksonAscii: (text: string) => inUpperCase(also(/[\u0080-\uffff]/g, upper)(text)),
  newtonsoft: also(/[\u0085\u2028\u2029]/g, lower),
  newtonsoftAscii: also(/[\u007f-\uffff]/g, lower),
  newtonsoftHtml: (text: string) =>
    also(
      /[<>&'\u0085\u2028\u2029]/g,
      lower,
    )(text).replace(/\\(.)/g, (whole, letter) => (letter === '"' ? '\\u0022' : whole)),
  /** System.Text.Json: all that isn't ASCII, and what means something in HTML. */
  systemTextJson: (text: string) =>
    inUpperCase(also(/[<>&'+`\u007f-\uffff]/g, upper)(text)).replace(/\\(.)/g, (whole, letter) =>
      letter === '"' ? '\\u0022' : whole,
    ),
  /** The same with JavaScriptEncoder.UnsafeRelaxedJsonEscaping. */
  systemTextJsonRelaxed: (text: string) =>
    inUpperCase(also(/[\u007f-\u00a0\u2028\u2029\ud800-\udfff]/g, upper)(text)),
  /** to_json of Rails. */
  rails: also(/[<>&\u2028\u2029]/g, lower),
} satisfies Record<string, Escape>;

function hexed(text: string, escape: Escape): string {
  return escape(text).replace(/\\(.)|[<>&']/g, (whole, letter?: string) => {
    if (letter === '"') return '\\u0022';
    return letter === undefined ? upper(whole) : whole;
  });
}
