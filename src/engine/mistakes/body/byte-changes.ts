import type { MistakeId } from '../catalogue/catalogue.js';
import { form, rfc3986 } from '../percent.js';
import { layouts } from './layouts.js';

type ByteChange = readonly [MistakeId, (text: string, minified: string) => string | Buffer];

/** What happens to a body as a text, without its being read as JSON. */
export const byteChanges: readonly ByteChange[] = [
  ['body/raw', (text) => text],
  ['body/white-space-removed', (text) => text.replace(/\s+/g, '')],
  ['body/spaces-alone-removed', (text) => text.replaceAll(' ', '')],
  ['body/line-ends-alone-removed', (text) => text.replace(/[\r\n]/g, '')],
  ['body/line-ends-alone-removed', (text) => text.replace(/[\r\n\t]/g, '')],
  ['body/line-ends-alone-removed', (text) => text.replace(/[\r\n]\s*/g, '')],
  ['body/white-space-collapsed', (text) => text.replace(/\s+/g, ' ')],
  ['body/trimmed', (text) => text.trim()],
  ['body/trailing-newline', (_, minified) => `${minified}\n`],
  ['body/trailing-newline', (text) => `${text}\n`],
  ['body/trailing-newline', (_, minified) => `${minified}\r\n`],
  ['body/trailing-newline', (text) => `${text}\r\n`],
  ['body/trailing-newline', (_, minified) => `${minified} `],
  ['body/other-line-ends', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['body/other-line-ends', (text) => text.replaceAll('\r\n', '\n')],
  ['body/byte-order-mark', (_, minified) => `\ufeff${minified}`],
  ['body/byte-order-mark', (text) => `\ufeff${text}`],
  ['body/byte-order-mark', (_, minified) => minified.replace(/^\ufeff/, '')],
  ['body/spaced-separators', (_, minified) => layouts.python(minified)],
  ['body/spaced-separators', (_, minified) => layouts.afterColon(minified)],
  ['body/spaced-separators', (_, minified) => layouts.afterComma(minified)],
  ['body/pretty-printed', (_, minified) => layouts.twoSpaces(minified)],
  ['body/pretty-printed', (_, minified) => layouts.fourSpaces(minified)],
  ['body/pretty-printed', (_, minified) => layouts.tab(minified)],
  ['body/pretty-printed', (_, minified) => layouts.threeSpaces(minified)],
  ['body/pretty-printed', (_, minified) => layouts.oneSpace(minified)],
  ['body/pretty-printed', (_, minified) => layouts.twoSpacesCrLf(minified)],
  ['body/pretty-printed', (_, minified) => layouts.fourSpacesCrLf(minified)],
  ['body/pretty-printed', (_, minified) => layouts.tabCrLf(minified)],
  ['body/pretty-printed', (_, minified) => layouts.jackson(minified)],
  ['body/pretty-printed', (_, minified) => layouts.linesAlone(minified)],
  ['body/pretty-printed', (_, minified) => `${layouts.twoSpaces(minified)}\n`],
  ['body/pretty-printed', (_, minified) => `${layouts.fourSpaces(minified)}\n`],
  ['body/escapes-undone', (_, minified) => minified.replaceAll('\\/', '/')],
  ['body/slashes-escaped', (_, minified) => minified.replace(/(?<!\\)\//g, '\\/')],
  ['body/latin-1', (_, minified) => Buffer.from(minified, 'latin1')],
  ['body/latin-1', (text) => Buffer.from(text, 'latin1')],
  ['body/utf-8-twice', (_, minified) => Buffer.from(minified).toString('latin1')],
  ['body/question-marks', (_, minified) => minified.replace(/[^\x00-\x7f]/g, '?')],
  ['body/utf-16', (_, minified) => Buffer.from(minified, 'utf16le')],
  ['body/lower-case', (_, minified) => minified.toLowerCase()],
  ['body/lower-case', (_, minified) => minified.toUpperCase()],
  ['body/as-json-text', (_, minified) => JSON.stringify(minified)],
  ['body/as-json-text', (text) => JSON.stringify(text)],
  ['body/as-json-text', (_, minified) => JSON.stringify(minified).replaceAll('/', '\\/')],
  ['body/percent-encoded', (_, minified) => rfc3986(minified)],
  ['body/percent-encoded', (_, minified) => form(minified)],
  ['body/percent-encoded', (_, minified) => encodeURIComponent(minified)],
  ['body/base64', (_, minified) => Buffer.from(minified).toString('base64')],
  ['body/in-quotes', (_, minified) => `"${minified}"`],
  ['body/in-quotes', (_, minified) => `'${minified}'`],
  ['body/in-array', (_, minified) => `[${minified}]`],
  [
    'body/html-escaped',
    (_, minified) =>
      minified
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;'),
  ],
  ['body/quotes-removed', (_, minified) => minified.replaceAll('"', '')],
  ['body/normalised', (_, minified) => minified.normalize('NFD')],
  ['body/normalised', (_, minified) => minified.normalize('NFC')],
];

/** What stands for a body where there is none, and for one that wasn't there yet when it was hashed. */
export const stands: readonly (readonly [MistakeId, string])[] = [
  ['body/empty-object', '{}'],
  ['body/empty', ''],
  ['body/null', 'null'],
  ['body/empty-array', '[]'],
  ['body/empty-text', '""'],
  ['body/empty-text', ' '],
  ['body/empty-text', '\n'],
  ['body/undefined', 'undefined'],
  ['body/undefined', 'None'],
  ['body/undefined', '[object Object]'],
  ['body/undefined', '[object Promise]'],
  ['body/undefined', 'Array'],
  ['body/undefined', 'false'],
  ['body/undefined', '0'],
];
