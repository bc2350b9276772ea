import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Bent } from '../bent-server.js';
import { isGrant, membersOf, type ServerKind, writes } from '../server-kind.js';

/** A kind that writes the body of its answers otherwise. */
function body(
  name: string,
  title: string,
  right: ServerKind['right'],
  change: (text: string, bent: Bent) => Buffer | string,
  says?: RegExp,
): ServerKind {
  return writes(
    name,
    title,
    right,
    (bent) => ({ body: change(bent.body.toString(), bent) }),
    says && { says },
  );
}

/** A kind that changes the text of its grants alone. */
function grant(
  name: string,
  title: string,
  right: ServerKind['right'],
  change: (text: string, bent: Bent) => Buffer | string,
  says?: RegExp,
): ServerKind {
  return body(
    name,
    title,
    right,
    (text, bent) => (isGrant(bent) ? change(text, bent) : text),
    says,
  );
}

/** A kind that says something else of its body's type or coding. */
function typed(
  name: string,
  title: string,
  right: ServerKind['right'],
  more: [name: string, value: string],
  coded?: (bytes: Buffer) => Buffer,
  says?: RegExp,
): ServerKind {
  return writes(
    name,
    title,
    right,
    ({ headers, body: bytes }) => ({
      headers: [...headers.filter(([header]) => header !== more[0]), more],
      body: coded ? coded(bytes) : bytes,
    }),
    says && { says },
  );
}

/** 100 MiB that fit into 100 KiB. */
const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const escape = '\u001b';

/** What stands in a body, and what is said of it. */
export const bodyKinds: readonly ServerKind[] = [
  typed('charset-named', 'names the charset UTF-8', 'conformant', [
    'Content-Type',
    'application/json; charset=utf-8',
  ]),
  typed('charset-lie', 'claims that its UTF-8 is ISO-8859-1', 'conformant', [
    'Content-Type',
    'application/json;charset=ISO-8859-1',
  ]),
  typed('type-in-capitals', 'writes the media type in capitals', 'conformant', [
    'Content-Type',
    'APPLICATION/JSON',
  ]),
  typed('coding-identity', 'says that nothing is coded', 'conformant', [
    'Content-Encoding',
    'identity',
  ]),
  typed(
    'gzip-lie',
    'claims gzip for a body that is plain',
    'non-conformant',
    ['Content-Encoding', 'gzip'],
    undefined,
    /gzip/,
  ),
  typed(
    'gzip-cut-short',
    'cuts its gzip short',
    'non-conformant',
    ['Content-Encoding', 'gzip'],
    (bytes) => gzipSync(bytes).subarray(0, -12),
    /gzip/,
  ),
  typed(
    'gzip-bomb',
    'sends 100 KiB of gzip that grow to 100 MiB',
    'inconclusive',
    ['Content-Encoding', 'gzip'],
    () => bomb,
    /larger than 1 MiB.*gzip/,
  ),
  typed(
    'unknown-coding',
    'codes its body in a way that no client knows',
    'non-conformant',
    ['Content-Encoding', 'x-own'],
    (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff)),
    /x-own/,
  ),
  body(
    'byte-order-mark',
    'puts a byte order mark before its JSON',
    'non-conformant',
    (text) => `\uFEFF${text}`,
    /byte order mark/,
  ),
  body(
    'utf-16',
    'writes its JSON in UTF-16',
    'non-conformant',
    (text) => Buffer.from(text, 'utf16le'),
    /JSON/,
  ),
  body(
    'latin-1',
    'writes its messages in Latin-1',
    'non-conformant',
    (text) =>
      Buffer.from(
        text.replace('"responseMessage":"', '"responseMessage":"d\u00e9j\u00e0 '),
        'latin1',
      ),
    /UTF-8/,
  ),
  body('json-indented', 'indents its JSON', 'conformant', (text) =>
    JSON.stringify(JSON.parse(text), null, '\t'),
  ),
  body('json-escaped', 'escapes every letter of its JSON that may be', 'conformant', (text) =>
    text.replaceAll('/', '\\/').replaceAll('Successful', '\\u0053uccessful'),
  ),
  body(
    'json-padded',
    'pads its JSON with 300 KiB of blanks',
    'conformant',
    (text) => text + ' '.repeat(300 * 1024),
  ),
  grant('thousand-members', 'adds a thousand members to its grants', 'conformant', (_text, bent) =>
    JSON.stringify(
      {
        ...membersOf(bent),
        ...Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`further${at}`, at])),
      },
      null,
      1,
    ),
  ),
  grant('member-proto', 'adds a member __proto__', 'conformant', (text) =>
    text.replace('{', '{"__proto__":{"accessToken":1},"constructor":{"prototype":{}},'),
  ),
  grant('terminal-escapes', 'writes terminal escapes into its messages', 'conformant', (text) =>
    text.replace('"Successful"', JSON.stringify(`Successful ${escape}[31m${escape}]0;x\u0007`)),
  ),
  grant(
    'member-twice',
    'writes accessToken twice, alike',
    'conformant',
    (text) => text.replace(/("accessToken":"[^"]*")/, '$1,$1'),
    /accessToken\W+stands twice/,
  ),
  grant(
    'member-twice-at-odds',
    'writes expiresIn twice, with two values',
    'conformant',
    (text) => text.replace('{', '{"expiresIn":"1",'),
    /expiresIn\W+stands twice/,
  ),
  grant(
    'member-twice-escaped',
    'writes tokenType twice, once with an escaped letter',
    'conformant',
    (text) => text.replace('{', '{"token\\u0054ype":"Bearer",'),
    /tokenType\W+stands twice/,
  ),
  grant(
    'not-a-number',
    'writes NaN for expiresIn',
    'non-conformant',
    (text) => text.replace(/"expiresIn":"\d+"/, '"expiresIn":NaN'),
    /JSON/,
  ),
  grant(
    'number-beyond-all',
    'writes 1e999 for expiresIn',
    'non-conformant',
    (text) => text.replace(/"expiresIn":"\d+"/, '"expiresIn":1e999'),
    /expiresIn/,
  ),
  grant(
    'single-quotes',
    'quotes its JSON with apostrophes',
    'non-conformant',
    (text) => text.replaceAll('"', "'"),
    /JSON/,
  ),
  grant(
    'trailing-comma',
    'leaves a comma at the end of its JSON',
    'non-conformant',
    (text) => text.replace(/\}$/, ',}'),
    /JSON/,
  ),
  grant(
    'json-comments',
    'writes comments into its JSON',
    'non-conformant',
    (text) => `/* grant */ ${text}`,
    /JSON/,
  ),
  grant(
    'json-in-json',
    'writes its JSON as one string',
    'non-conformant',
    (text) => JSON.stringify(text),
    /object/,
  ),
  grant(
    'json-in-list',
    'puts its grant into a list',
    'non-conformant',
    (text) => `[${text}]`,
    /object/,
  ),
  grant('json-null', 'grants null', 'non-conformant', () => 'null', /object/),
  grant(
    'two-texts',
    'sends two JSON texts, one after the other',
    'non-conformant',
    (text) => `${text}\n${text}`,
    /JSON/,
  ),
  grant('nothing', 'grants with an empty body', 'non-conformant', () => '', /empty/),
  body(
    'deep-nesting',
    'nests its JSON 100,000 levels deep',
    'non-conformant',
    () => deep,
    /nested/,
  ),
  body(
    'json-of-10-mib',
    'sends JSON of 10 MiB',
    'inconclusive',
    (text) => text.replace('{', `{"filler":"${'a'.repeat(10 * 1024 * 1024)}",`),
    /larger than 1 MiB/,
  ),
  body(
    'random-bytes',
    'sends random bytes as JSON',
    'non-conformant',
    () => randomBytes(512),
    /UTF-8|JSON/,
  ),
  writes(
    'html-page',
    'sends a web page',
    'inconclusive',
    () => ({
      status: 200,
      headers: [['Content-Type', 'text/html; charset=utf-8']],
      body: '<!DOCTYPE html><html><body><h1>It works!</h1></body></html>',
    }),
    { says: /HTML page/ },
  ),
  writes(
    'xml',
    'answers in XML',
    'inconclusive',
    () => ({
      headers: [['Content-Type', 'application/xml']],
      body: '<?xml version="1.0"?><response><code>2007300</code></response>',
    }),
    { says: /application\/xml/ },
  ),
];
