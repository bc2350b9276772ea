import { written } from '../bent-server.js';
import { drip, flood, type ServerKind, writes } from '../server-kind.js';

type Pairs = [name: string, value: string][];

/** A kind that adds headers to each answer. */
function adds(
  name: string,
  title: string,
  right: ServerKind['right'],
  more: Pairs,
  says?: RegExp,
): ServerKind {
  return writes(
    name,
    title,
    right,
    ({ headers }) => ({ headers: [...headers, ...more] }),
    says && { says },
  );
}

function many(count: number, name: (index: number) => string, value: string): Pairs {
  return Array.from({ length: count }, (_, index) => [name(index), value]);
}

/** A kind that puts a line among the headers as it stands. */
function line(
  name: string,
  title: string,
  right: ServerKind['right'],
  text: string,
  says?: RegExp,
): ServerKind {
  return {
    ...{ name, title, right, ...(says && { says }) },
    bend: (bent) => {
      const framing = `Content-Length: ${bent.body.length}\r\n${text}\r\n`;
      bent.socket.write(written({ ...bent, framing }));
    },
  };
}

function cased(change: (name: string) => string) {
  return ({ headers }: { headers: Pairs }) => ({
    headers: headers.map(([name, value]): [string, string] => [change(name), value]),
  });
}

/** Headers (RFC 9112 section 5). */
export const headerKinds: readonly ServerKind[] = [
  writes(
    'header-names-small',
    'writes all header names in small letters',
    'conformant',
    cased((name) => name.toLowerCase()),
  ),
  writes(
    'header-names-capital',
    'writes all header names in capitals',
    'conformant',
    cased((name) => name.toUpperCase()),
  ),
  adds('empty-header', 'sends headers without a value', 'conformant', [['X-Empty', '']]),
  adds('latin-1-header', 'sends a header in Latin-1', 'conformant', [['X-City', 'Z\u00fcrich']]),
  adds(
    'hundred-cookies',
    'sets a hundred cookies with each answer',
    'conformant',
    many(100, () => 'Set-Cookie', 'session=0123456789abcdef; Path=/; HttpOnly'),
  ),
  adds(
    'five-hundred-headers',
    'sends five hundred headers',
    'conformant',
    many(500, (index) => `X-Trace-${index}`, 'on'),
  ),
  adds('header-of-15-kib', 'sends a header of 15 KiB', 'conformant', [
    ['X-Policy', 'a'.repeat(15 * 1024)],
  ]),
  adds(
    'header-of-20-kib',
    'sends a header of 20 KiB',
    'inconclusive',
    [['X-Policy', 'a'.repeat(20 * 1024)]],
    /headers.*16 KiB/,
  ),
  adds(
    'ten-thousand-headers',
    'sends ten thousand headers',
    'inconclusive',
    many(10_000, (index) => `X-Trace-${index}`, 'on'),
    /headers.*16 KiB/,
  ),
  {
    name: 'headers-flood',
    title: 'sends headers as fast as it can, and never a body',
    right: 'inconclusive',
    says: /headers.*16 KiB/,
    bend: ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      flood(socket, Buffer.from('X-More: and more\r\n'.repeat(1000)));
    },
  },
  {
    name: 'headers-drip',
    title: 'sends a header every 50 ms, and never a body',
    right: 'inconclusive',
    hangs: true,
    says: /no whole answer/,
    bend: ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, 50, (index) => `X-More-${index}: yes\r\n`);
    },
  },
  {
    name: 'lines-end-in-lf',
    title: 'ends its lines with LF alone',
    right: 'inconclusive',
    says: /line/,
    bend: (bent) => {
      const bytes = written(bent).toString('latin1');
      bent.socket.write(bytes.replaceAll('\r\n', '\n'), 'latin1');
    },
  },
  {
    name: 'blank-line-first',
    title: 'sends an empty line before each answer',
    right: 'conformant',
    bend: (bent) => {
      bent.socket.write(Buffer.concat([Buffer.from('\r\n'), written(bent)]));
    },
  },
  line('folded-header', 'folds a header over two lines', 'conformant', 'X-Folded: one\r\n two'),
  line(
    'header-without-colon',
    'sends a header line without a colon',
    'inconclusive',
    'X-Broken',
    /header/,
  ),
  line(
    'space-before-colon',
    'puts a space between the name of a header and its colon',
    'inconclusive',
    'X-Spaced : yes',
    /header/,
  ),
  line('nul-in-header', 'sends a header with a NUL', 'inconclusive', 'X-Nul: a\0b', /header/),
  line(
    'cr-in-header',
    'sends a header with a lone CR',
    'inconclusive',
    'X-Cr: a\rb',
    /line|header/,
  ),
  line('nameless-header', 'sends a header without a name', 'inconclusive', ': value', /header/),
  adds('odd-date', 'sends a Date that is none', 'conformant', [['Date', 'the other day']]),
  adds('upgrade-offered', 'offers HTTP/2 with each answer', 'conformant', [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'h2c'],
  ]),
  adds('alternative-service', 'names an alternative service', 'conformant', [
    ['Alt-Svc', 'h3=":443"; ma=86400'],
    ['Strict-Transport-Security', 'max-age=31536000'],
  ]),
  adds('refresh-elsewhere', 'sends Refresh and Location with each answer', 'conformant', [
    ['Refresh', '0; url=/elsewhere'],
    ['Location', '/elsewhere'],
  ]),
];
