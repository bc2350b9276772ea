import { gzipSync } from 'node:zlib';
import { type Bent, written } from '../bent-server.js';
import { drip, flood, type ServerKind, writes } from '../server-kind.js';

const chunkedHeader = 'Transfer-Encoding: chunked\r\n';

function chunk(bytes: Buffer | string, size = Buffer.byteLength(bytes).toString(16)): Buffer {
  return Buffer.concat([
    Buffer.from(`${size}\r\n`),
    Buffer.from(bytes as string),
    Buffer.from('\r\n'),
  ]);
}

/** A kind that says something else of its length. */
function says(
  name: string,
  title: string,
  right: ServerKind['right'],
  framing: (bent: Bent) => string,
  words: RegExp,
  more: Pick<ServerKind, 'hangs'> & { close?: true } = {},
): ServerKind {
  const { close, ...kind } = more;
  return {
    ...{ name, title, right, says: words, ...kind },
    bend: (bent) => {
      bent.socket.write(written({ ...bent, framing: framing(bent) }));
      if (close) bent.socket.end();
    },
  };
}

/** A kind that sends its body in chunks of its own. */
function chunks(
  name: string,
  title: string,
  right: ServerKind['right'],
  body: (bent: Bent) => Buffer | string,
  more: Pick<ServerKind, 'says' | 'hangs'> = {},
): ServerKind {
  return writes(name, title, right, (bent) => ({ body: body(bent), framing: chunkedHeader }), more);
}

const length = (bent: Bent, more = 0) => `Content-Length: ${bent.body.length + more}\r\n`;

/** Lengths of bodies (RFC 9112 sections 6 and 7). */
export const framingKinds: readonly ServerKind[] = [
  says(
    'length-too-short',
    'says a Content-Length of ten bytes less than it sends',
    'non-conformant',
    (bent) => length(bent, -10),
    /Content-Length/,
  ),
  says(
    'length-too-long',
    'says a Content-Length of ten bytes more than it sends, and waits',
    'inconclusive',
    (bent) => length(bent, 10),
    /Content-Length/,
    { hangs: true },
  ),
  says(
    'length-too-long-closed',
    'says a Content-Length of ten bytes more than it sends, and closes',
    'inconclusive',
    (bent) => length(bent, 10),
    /Content-Length/,
    { close: true },
  ),
  says(
    'length-negative',
    'says a Content-Length of -1',
    'inconclusive',
    () => 'Content-Length: -1\r\n',
    /Content-Length/,
  ),
  says(
    'length-in-words',
    'says a Content-Length of many',
    'inconclusive',
    () => 'Content-Length: many\r\n',
    /Content-Length/,
  ),
  says(
    'length-beyond-counting',
    'says a Content-Length of thirty digits',
    'inconclusive',
    () => `Content-Length: ${'9'.repeat(30)}\r\n`,
    /Content-Length/,
  ),
  says(
    'length-twice',
    'says the same Content-Length twice',
    'inconclusive',
    (bent) => length(bent).repeat(2),
    /Content-Length/,
  ),
  says(
    'lengths-at-odds',
    'says two Content-Lengths that differ',
    'inconclusive',
    (bent) => length(bent, -10) + length(bent),
    /Content-Length/,
  ),
  {
    name: 'length-and-chunks',
    title: 'sends chunks, and a Content-Length besides',
    right: 'inconclusive',
    says: /Content-Length/,
    bend: (bent) => {
      const body = Buffer.concat([chunk(bent.body), chunk('')]);
      bent.socket.write(written({ ...bent, body, framing: `${length(bent)}${chunkedHeader}` }));
    },
  },
  chunks('chunks-of-one-byte', 'sends chunks of one byte each', 'conformant', ({ body }) =>
    Buffer.concat([...[...body].map((byte) => chunk(Buffer.from([byte]))), chunk('')]),
  ),
  chunks('chunk-extensions', 'sends chunks with extensions', 'conformant', ({ body }) =>
    Buffer.concat([chunk(body, `${body.length.toString(16)};name="value"`), chunk('')]),
  ),
  chunks('chunk-trailers', 'sends trailers after its chunks', 'conformant', ({ body }) =>
    Buffer.concat([chunk(body), Buffer.from('0\r\nX-Checksum: 1\r\n\r\n')]),
  ),
  chunks(
    'chunk-sizes-padded',
    'pads the sizes of its chunks with zeros',
    'conformant',
    ({ body }) => Buffer.concat([chunk(body, `0000${body.length.toString(16)}`), chunk('')]),
  ),
  chunks(
    'chunk-size-in-words',
    'says the size of a chunk in words',
    'inconclusive',
    ({ body }) => Buffer.concat([chunk(body, 'some'), chunk('')]),
    { says: /chunk/ },
  ),
  chunks(
    'chunk-size-beyond-counting',
    'says the size of a chunk in thirty digits',
    'inconclusive',
    ({ body }) => Buffer.concat([chunk(body, 'f'.repeat(30)), chunk('')]),
    { says: /chunk/ },
  ),
  chunks(
    'chunk-size-too-small',
    'sends chunks longer than they say',
    'inconclusive',
    ({ body }) => Buffer.concat([chunk(body, '5'), chunk('')]),
    { says: /chunk/ },
  ),
  chunks(
    'chunks-without-end',
    'never sends the last chunk, and waits',
    'inconclusive',
    ({ body }) => chunk(body),
    { hangs: true, says: /chunk/ },
  ),
  {
    name: 'chunks-cut-off',
    title: 'closes before the last chunk',
    right: 'inconclusive',
    says: /chunk/,
    bend: (bent) => {
      bent.socket.end(written({ ...bent, body: chunk(bent.body), framing: chunkedHeader }));
    },
  },
  {
    name: 'chunk-flood',
    title: 'sends chunks without end',
    right: 'inconclusive',
    says: /larger than 1 MiB/,
    bend: (bent) => {
      bent.socket.write(written({ ...bent, body: '', framing: chunkedHeader }));
      flood(bent.socket, chunk(' '.repeat(64 * 1024)));
    },
  },
  writes(
    'transfer-gzip',
    'compresses its chunks by Transfer-Encoding',
    'non-conformant',
    ({ body }) => ({
      body: Buffer.concat([chunk(gzipSync(body)), chunk('')]),
      framing: 'Transfer-Encoding: gzip, chunked\r\n',
    }),
    { says: /not/ },
  ),
  {
    name: 'body-until-close',
    title: 'says no length, and closes at the end of the body',
    right: 'conformant',
    bend: (bent) => void bent.socket.end(written({ ...bent, framing: '' })),
  },
  {
    name: 'body-flood',
    title: 'sends a body without end',
    right: 'inconclusive',
    says: /larger than 1 MiB/,
    bend: (bent) => {
      bent.socket.write(written({ ...bent, framing: '' }));
      flood(bent.socket, Buffer.alloc(64 * 1024, ' '));
    },
  },
  {
    name: 'body-drip',
    title: 'sends a byte of the body every 50 ms, without end',
    right: 'inconclusive',
    hangs: true,
    says: /no whole answer/,
    bend: (bent) => {
      bent.socket.write(written({ ...bent, framing: '' }));
      drip(bent.socket, 50, () => ' ');
    },
  },
];
