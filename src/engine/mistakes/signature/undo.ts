import type { MistakeId } from '../catalogue/catalogue.js';

/** Undoes one damage to the text of a signature; undefined if the text doesn't show it. */
export type Undo = (text: string) => string | undefined;

function decoded(text: string): string | undefined {
  try {
    return /%[0-9A-Fa-f]{2}/.test(text) ? decodeURIComponent(text) : undefined;
  } catch {
    return undefined;
  }
}

const replaced =
  (pattern: RegExp, by: string): Undo =>
  (text) => {
    const whole = text.replace(pattern, by);
    return whole === text ? undefined : whole;
  };

/** Undone only where the whole text has the form. */
const within =
  (pattern: RegExp): Undo =>
  (text) =>
    pattern.exec(text)?.[1];

const bytesOf = (numbers: readonly string[]) => {
  const values = numbers.map(Number);
  if (values.length < 16 || values.some((value) => value < -128 || value > 255)) return undefined;
  return Buffer.from(values.map((value) => value & 255)).toString('base64');
};

const list: Undo = (text) => {
  const [, inner] =
    /^\s*(?:bytearray\()?[[{(]?\s*(-?\d+(?:[,\s]+-?\d+)+)\s*[\])}]*\s*$/.exec(text) ?? [];
  return inner === undefined ? undefined : bytesOf(inner.split(/[,\s]+/));
};

const nodeBuffer: Undo = (text) => {
  const [, inner] = /^\s*\{"type":"Buffer","data":\[([\d,\s]+)\]\}\s*$/.exec(text) ?? [];
  return inner === undefined ? undefined : bytesOf(inner.split(','));
};

const hexInGroups: Undo = (text) =>
  /^(?:(?:0x)?[0-9A-Fa-f]{2}[-: ,]+)+(?:0x)?[0-9A-Fa-f]{2}$/.test(text.trim())
    ? text.replace(/0x|[-: ,]/g, '')
    : undefined;

/** The damages that a header's text is known to take on its way, and how to undo each. */
export const undoes: readonly (readonly [MistakeId, Undo])[] = [
  ['encoding/white-space', replaced(/^\s+|\s+$/g, '')],
  ['encoding/line-breaks', replaced(/(?<=\S)[\r\n]+[ \t]*(?=\S)/g, '')],
  ['encoding/line-breaks', replaced(/\\r|\\n|(?<=\S) *[\r\n]+/g, '')],
  ['encoding/plus-as-space', replaced(/ /g, '+')],
  ['encoding/percent-encoded', decoded],
  ['encoding/quoted', within(/^\s*"(.*)"\s*$/s)],
  ['encoding/quoted', within(/^\s*'(.*)'\s*$/s)],
  ['encoding/quoted', within(/^\s*[\u201c\u201d](.*)[\u201c\u201d]\s*$/s)],
  ['encoding/quoted', within(/^\s*\\"(.*)\\"\s*$/s)],
  ['encoding/python-bytes', within(/^\s*b["'](.*)["']\s*$/s)],
  ['encoding/in-brackets', within(/^\s*[[{<(](.*)[\]}>)]\s*$/s)],
  ['encoding/slashes-escaped', replaced(/\\\//g, '/')],
  ['encoding/json-escaped', replaced(/\\u002[Bb]/g, '+')],
  ['encoding/json-escaped', replaced(/\\u003[Dd]/g, '=')],
  ['encoding/json-escaped', replaced(/\\u002[Ff]/g, '/')],
  ['encoding/html-escaped', replaced(/&#43;|&#x2[Bb];|&plus;/g, '+')],
  ['encoding/html-escaped', replaced(/&#61;|&#x3[Dd];|&equals;/g, '=')],
  ['encoding/html-escaped', replaced(/&#47;|&#x2[Ff];|&sol;/g, '/')],
  [
    'encoding/prefixed',
    within(
      /^\s*(?:X-SIGNATURE|Signature|HMAC-?SHA-?512|SHA256withRSA|Bearer|Basic|sha512|sha256|hmac|hmacsha512|v1|rsa|RSA)\s*[:= ]\s*(.+)$/is,
    ),
  ],
  ['encoding/prefixed', within(/^.*\bsignature=["']?([^"',;\s]+)["']?.*$/is)],
  ['encoding/prefixed', within(/^\(stdin\)= ?(.+)$|^.*\(stdin\)= ?(?=)(.+)$/s)],
  ['encoding/prefixed', within(/^data:[^,]*;base64,(.+)$/s)],
  ['encoding/hex-prefixed', within(/^\s*(?:0x|\\x)([0-9A-Fa-f]+)\s*$/)],
  ['encoding/hex-in-pairs', hexInGroups],
  [
    'encoding/hex-in-pairs',
    (text) =>
      /^(?:\\x[0-9A-Fa-f]{2})+$/.test(text.trim()) ? text.replace(/\\x|\s/g, '') : undefined,
  ],
  ['encoding/number-list', list],
  ['encoding/node-buffer', nodeBuffer],
  ['encoding/dash-for-padding', replaced(/[-_.~*]+$/, '')],
  ['encoding/comma-after', replaced(/[,;]\s*$/, '')],
  ['encoding/invisible-character', replaced(/[\u00a0\u00ad\u200b-\u200f\u2060\ufeff\0]/g, '')],
  ['encoding/armoured', within(/^-----BEGIN [A-Z ]+-----\s*(.*?)\s*-----END [A-Z ]+-----\s*$/s)],
  [
    'encoding/sent-twice',
    (text) =>
      text.length % 2 === 0 && text.slice(0, text.length / 2) === text.slice(text.length / 2)
        ? text.slice(text.length / 2)
        : undefined,
  ],
  [
    'encoding/sent-twice',
    (text) => {
      const [one = '', other, more] = text.split(/,\s*/);
      return one === other && more === undefined ? one : undefined;
    },
  ],
];
