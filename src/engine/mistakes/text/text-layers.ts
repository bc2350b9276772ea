import { createHash } from 'node:crypto';
import type { MistakeId } from '../catalogue/catalogue.js';
import type { Option } from '../mistake.js';
import { escapesInLowerCase, form, percentDecoded, rfc3986 } from '../percent.js';
import { distinct } from '../search/axes.js';
import type { Layer, Signed } from '../search/layer.js';

/** Puts something around a text. */
export type Wrap = (text: string) => string;
/** Makes of a text what is signed. */
export type Finish = (text: string) => Signed | undefined;

const others = [
  ',',
  ';',
  '&',
  '-',
  '_',
  ' ',
  '.',
  '+',
  '#',
  '/',
  '~',
  '\n',
  '\r\n',
  '\t',
  '=',
  '*',
  '$',
  '@',
  '!',
  '^',
];
const doubled = ['||', '::', '|:', ':|'];
const escaped = [
  '%7C',
  '%7c',
  '%3A',
  '%3a',
  '&#124;',
  '&#58;',
  '\\n',
  '\\u007c',
  '\\u003a',
  '&vert;',
  '&colon;',
];
const alike = ['\u00a6', '\uff5c', '\u2502', '\u01c0', '\u2223', '\uff1a', 'l', 'I'];

/** What stands between the parts. */
export function delimiterLayer(right: string): Layer<string> {
  const ids: [MistakeId, string[]][] = [
    ['text/no-delimiter', ['']],
    ['text/colon-delimiter', [':']],
    ['text/pipe-delimiter', ['|']],
    ['text/backslash-before-delimiter', [`\\${right}`, `\\\\${right}`]],
    ['text/other-delimiter', others],
    ['text/spaced-delimiter', [` ${right} `, `${right} `, ` ${right}`]],
    ['text/encoded-delimiter', escaped],
    ['text/doubled-delimiter', doubled],
    ['text/delimiter-look-alike', alike],
    ['text/quoted-delimiter', [`'${right}'`, `"${right}"`, `" ${right} "`]],
    ['text/line-end-at-delimiter', [`${right}\n`, `\n${right}`, `${right}\r\n`]],
    ['text/written-out-delimiter', ['pipe', '<pipe>', '+"|"+', '+":"+', '{|}', 'colon']],
  ];
  const options = ids.flatMap(([id, values]) =>
    values.map((value) => ({ mistakes: [{ id }], value })),
  );
  return { right, others: distinct(options, [right]) };
}

/** What stands around the whole text. */
export function endsLayer(delimiter: string): Layer<Wrap> {
  const around = (id: MistakeId, before: string, after: string): Option<Wrap> => ({
    mistakes: [{ id }],
    value: (text) => before + text + after,
  });
  return {
    right: (text) => text,
    others: [
      around('text/trailing-newline', '', '\n'),
      around('text/trailing-cr-lf', '', '\r\n'),
      around('text/trailing-cr-lf', '', '\r'),
      around('text/trailing-cr-lf', '', '\n\n'),
      around('text/white-space-around', '', ' '),
      around('text/white-space-around', ' ', ''),
      around('text/white-space-around', '', '\t'),
      around('text/trailing-newline', '\n', ''),
      around('text/quoted', '"', '"'),
      around('text/quoted', "'", "'"),
      around('text/quoted', '`', '`'),
      around('text/quoted', '"', '"\n'),
      around('text/trailing-delimiter', '', delimiter),
      around('text/trailing-delimiter', delimiter, ''),
      around('text/trailing-delimiter', delimiter, delimiter),
      around('text/trailing-delimiter', '', '|'),
      around('text/trailing-delimiter', '', ':'),
      around('text/byte-order-mark', '\ufeff', ''),
      around('text/nul-at-the-end', '', '\0'),
      around('text/escaped-newline', '', '\\n'),
      around('text/in-braces', '{', '}'),
      around('text/in-braces', '[', ']'),
      around('text/in-braces', '(', ')'),
      around('text/in-braces', '<', '>'),
      around('text/in-braces', "b'", "'"),
      around('text/labelled', 'stringToSign=', ''),
      around('text/labelled', 'StringToSign: ', ''),
      around('text/labelled', 'stringToSign:', ''),
    ],
  };
}

const hash = (algorithm: string, text: Signed) => createHash(algorithm).update(text).digest();
const hex = (algorithm: string) => (text: string) => hash(algorithm, text).toString('hex');
const latin1 = (text: string) =>
  /[\u0080-\u00ff]/.test(text) ? Buffer.from(text, 'latin1') : undefined;

const finishes: readonly [MistakeId, Finish][] = [
  ['text/hashed-before', (text) => hex('sha256')(text)],
  ['text/hashed-before', (text) => hash('sha256', text)],
  ['text/hashed-before', (text) => hash('sha256', text).toString('base64')],
  ['text/hashed-before', (text) => hex('sha256')(text).toUpperCase()],
  ['text/hashed-before', (text) => Buffer.from(hex('sha256')(text)).toString('base64')],
  ['text/hashed-before', (text) => hex('sha512')(text)],
  ['text/hashed-before', (text) => hash('sha512', text)],
  ['text/hashed-before', (text) => hex('sha1')(text)],
  ['text/hashed-before', (text) => hash('sha1', text)],
  ['text/hashed-before', (text) => hex('md5')(text)],
  ['text/base64', (text) => Buffer.from(text).toString('base64')],
  ['text/base64', (text) => Buffer.from(text).toString('base64url')],
  ['text/base64', (text) => `${Buffer.from(text).toString('base64')}\n`],
  ['text/hex', (text) => Buffer.from(text).toString('hex')],
  ['text/hex', (text) => Buffer.from(text).toString('hex').toUpperCase()],
  ['text/percent-encoded', encodeURIComponent],
  ['text/percent-encoded', rfc3986],
  ['text/percent-encoded', form],
  ['text/percent-encoded', encodeURI],
  ['text/percent-encoded', (text) => escapesInLowerCase(rfc3986(text))],
  ['text/percent-decoded', percentDecoded],
  ['text/percent-decoded', (text) => percentDecoded(text.replaceAll('+', '%20'))],
  ['text/lower-case', (text) => text.toLowerCase()],
  ['text/upper-case', (text) => text.toUpperCase()],
  ['text/utf-16', (text) => Buffer.from(text, 'utf16le')],
  ['text/utf-16', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['text/utf-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['text/utf-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['text/utf-32', (text) => utf32(text)],
  ['text/latin-1', latin1],
  ['text/question-marks', (text) => text.replace(/[^\x00-\x7f]/g, '?')],
  ['text/json-escaped', (text) => JSON.stringify(text)],
  ['text/json-escaped', (text) => text.replaceAll('/', '\\/')],
  ['text/json-escaped', (text) => JSON.stringify(text).replaceAll('/', '\\/')],
  [
    'text/html-escaped',
    (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ],
  [
    'text/html-escaped',
    (text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
  ],
  ['text/html-escaped', (text) => text.replaceAll('+', '&#43;')],
  ['text/white-space-removed', (text) => text.replace(/\s+/g, '')],
  ['text/colons-removed', (text) => text.replaceAll(':', '')],
  ['text/reversed', (text) => [...text].reverse().join('')],
  ['text/twice', (text) => text + text],
  ['text/undefined', () => 'undefined'],
  ['text/undefined', () => 'null'],
  ['text/undefined', () => ''],
  ['text/undefined', () => '[object Object]'],
  ['text/undefined', () => '[object Promise]'],
  ['text/plus-as-space', (text) => text.replaceAll('+', ' ')],
];

/** What is made of the text before it is signed. */
export const finishLayer: Layer<Finish> = {
  right: (text) => text,
  others: finishes.map(([id, value]) => ({ mistakes: [{ id }], value })),
};

function utf32(text: string): Buffer {
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, index) => {
    bytes.writeUInt32LE(point, index * 4);
  });
  return bytes;
}
