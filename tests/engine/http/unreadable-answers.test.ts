import { describe, expect, test } from 'vitest';
import { english } from '../../support/english.js';
import { serveRaw } from '../../support/server.js';
import { clientOf, request } from './requests.js';

const plain = request();
/** Goes over a connection of its own, by another library. */
const expecting = request({
  headers: [
    ['Content-Type', 'application/json'],
    ['Expect', '100-continue'],
  ],
});
const ways = [
  ['over the pool', plain],
  ['with Expect', expecting],
] as const;

/** Answers each connection's first bytes with these, piece by piece, and leaves it open. */
async function answering(...pieces: string[]): Promise<string> {
  const { url } = await serveRaw((socket) => {
    socket.once('data', async () => {
      for (const piece of pieces) {
        socket.write(piece, 'latin1');
        await new Promise(setImmediate);
      }
    });
  });
  return url;
}

const ok = 'HTTP/1.1 200 OK\r\n';
const end = 'Content-Length: 2\r\n\r\n{}';

describe.for(ways)('%s', ([, asked]) => {
  test.for([
    ['100', ['HTTP/1.1 100 Continue\r\n\r\n']],
    ['103 with a header', ['HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n']],
    ['100 in pieces', ['HTTP/1.', '1 100 Continue\r', '\n\r', '\n']],
    ['a hundred of them', ['HTTP/1.1 102 Processing\r\n\r\n'.repeat(100)]],
    ['an empty line', ['\r\n']],
  ] as const)('what comes before an answer is passed over: %s', async ([, before]) => {
    const url = await answering(...before, `${ok}${end}`);
    const { response, noAnswer } = await clientOf(url).send(asked);
    expect(noAnswer).toBeUndefined();
    expect([response?.status, String(response?.body)]).toEqual([200, '{}']);
  });

  test('a header over two lines is read as one', async () => {
    const url = await answering(`${ok}X-Long: one\r\n  two\r\n${end}`);
    const { response } = await clientOf(url).send(asked);
    expect(response?.headers[0]).toEqual(['X-Long', 'one two']);
  });

  test.for([
    ['HTTP/1.1 099 Odd\r\n', 'its status is "099"'],
    ['HTTP/1.1 2OO OK\r\n', 'its status is "2OO"'],
    ['HTTP/1.1 1000 Many\r\n', 'its status is "1000"'],
    ['HTTP/3.0 200 OK\r\n', 'its version is "HTTP/3.0"'],
    ['SSH-2.0-Server\r\n', 'it is not HTTP, it begins with "SSH-2.0-Server'],
    ['\x16\x03\x01', 'it is not HTTP, it begins with "\\u0016'],
    ['HTTP/1.1 200 OK\n', 'a line of its headers ends in LF alone'],
    [`${ok}X-Cr: a\rb\r\n`, 'a line of its headers ends in CR alone'],
    [`${ok}Nonsense\r\n`, 'a header line has no colon: "Nonsense"'],
    [`${ok}X-Spaced : 1\r\n`, '"X-Spaced " can\'t be the name of a header'],
    [`${ok}: 1\r\n`, 'a header line has no name'],
    [`${ok}X-Nul: \0\r\n`, 'the header X-Nul has a control character'],
    [`${ok}Content-Length: -1\r\n\r\n`, 'its Content-Length is "-1"'],
    [`${ok}Content-Length: many\r\n\r\n`, 'its Content-Length is "many"'],
    [`${ok}Content-Length: 2\r\n`, 'it has Content-Length more than once: 2, 2'],
    [`${ok}Transfer-Encoding: chunked\r\n`, 'it has both Content-Length and Transfer-Encoding'],
    [`${ok}X-Long: ${'a'.repeat(17_000)}`, 'its status line and headers are longer than 16 KiB'],
    ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n', 'it is 101'],
    [`${`HTTP/1.1 100 C\r\nX: ${'a'.repeat(8000)}\r\n\r\n`.repeat(140)}`, 'without end'],
  ] as const)("%j can't be read", async ([head, why]) => {
    const { noAnswer, attempts } = await clientOf(await answering(`${head}${end}`)).send(asked);
    expect([noAnswer?.kind, attempts]).toEqual(['protocol', 1]);
    expect(english(noAnswer?.message)).toContain(`the answer can't be read: `);
    expect(english(noAnswer?.message)).toContain(why);
  });

  test('a chunk of a size that is none', async () => {
    const url = await answering(`${ok}Transfer-Encoding: chunked\r\n\r\nmany\r\n{}\r\n0\r\n\r\n`);
    const { noAnswer } = await clientOf(url).send(asked);
    expect(noAnswer?.kind).toBe('protocol');
    expect(english(noAnswer?.message)).toContain('a chunk of its body has a wrong size');
  });

  test.for([
    ['Content-Length: 9', 'its Content-Length announces 9 bytes, and 2 came'],
    ['Transfer-Encoding: chunked', 'the last chunk of the body never came'],
  ] as const)('a body that never ends, by %s', async ([header, why]) => {
    const body = header.startsWith('C') ? '{}' : '2\r\n{}\r\n';
    const url = await answering(`${ok}${header}\r\n\r\n${body}`);
    const { noAnswer } = await clientOf(url, { timeoutMs: 300 }).send(asked);
    expect(noAnswer?.kind).toBe('timeout');
    expect(english(noAnswer?.message)).toContain(why);
  });

  test.for([
    ['Content-Length: 9', 'closed the connection after 2 of the 9 bytes'],
    ['Transfer-Encoding: chunked', 'closed the connection before the last chunk'],
  ] as const)('a body that is cut off, by %s', async ([header, why]) => {
    const body = header.startsWith('C') ? '{}' : '2\r\n{}\r\n';
    const { url } = await serveRaw((socket) => {
      socket.once('data', () => socket.end(`${ok}${header}\r\n\r\n${body}`));
    });
    const { noAnswer } = await clientOf(url).send(asked);
    expect(noAnswer?.kind).toBe('reset');
    expect(english(noAnswer?.message)).toContain(why);
  });
});
