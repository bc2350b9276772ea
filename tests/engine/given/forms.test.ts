import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { GivenOptions } from '../../../src/engine/given/given-request.js';
import { readGiven } from '../../../src/engine/given/read-given.js';
import { forms, harEntry, httpOf, type Sample, sample } from './requests.js';

const options: GivenOptions = {
  file: 'request.txt',
  readFile: () => {
    throw new Error('no file is named');
  },
};
const read = (text: string, more: Partial<GivenOptions> = {}) =>
  readGiven(Buffer.from(text), { ...options, ...more });

/** What of a request is signed, and what else it is recognised by. */
function parts(given: ReturnType<typeof readGiven>) {
  const { method, path, headers, body } = given;
  const named = headers.filter(([name]) => !/^(?:Host|Content-Length)$/.test(name));
  return { method, path, headers: named, body: body?.toString() };
}

const wanted = ({ method, path, headers, body }: Sample) => ({ method, path, headers, body });

describe.each(Object.entries(forms))('%s', (name, write) => {
  it('is read as the request that it was written from', () => {
    const given = read(write(sample));
    expect(parts(given)).toEqual(wanted(sample));
    if (name !== 'what sign prints') expect(given.origin).toBe(sample.origin);
  });

  it('whatever its header and its body hold', () => {
    const characters = fc.constantFrom(...'aé "\'\\$`!%^&|;<>(){}[]#*?~=,:\t…'.split(''));
    const value = fc
      .string({ unit: characters, maxLength: 12 })
      .map((text) => `x${text.replaceAll('\t', '')}x`);
    const body = fc.string({ unit: fc.oneof(characters, fc.constant('\n')), maxLength: 20 });
    fc.assert(
      fc.property(value, body, (header, text) => {
        const changed: Sample = {
          ...sample,
          headers: [...sample.headers, ['X-MORE', header]],
          body: `{${text}}`,
        };
        expect(parts(read(write(changed)))).toEqual(wanted(changed));
      }),
      { numRuns: 40, seed: 42 },
    );
  });
});

test('a request of several is chosen by its number', () => {
  const two = { log: { entries: [harEntry(sample), harEntry({ ...sample, path: '/other' })] } };
  expect(read(JSON.stringify(two), { entry: 2 }).path).toBe('/other');
  expect(() => read(JSON.stringify(two))).toThrow(
    '2 of its 2 requests have an X-SIGNATURE, and none is chosen\n  at request.txt#/log/entries\n  Name one with --entry: 1 (POST /api/v1.0/balance-inquiry), 2 (POST /other).',
  );
});

test('UTF-16 and a byte order mark are no hindrance', () => {
  const text = forms['curl of Postman']?.(sample) ?? '';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  expect(parts(readGiven(utf16, options))).toEqual(wanted(sample));
  expect(parts(read(`\ufeff${httpOf('\n')(sample)}`))).toEqual(wanted(sample));
});

test('chunks are put together, and the line end of an editor is left out', () => {
  const head = 'POST /x HTTP/1.1\nX-A: b\n';
  const chunked = `${head}Transfer-Encoding: chunked\n\n2\r\n{}\r\n3;x=y\r\n\n{}\r\n0\r\n\r\n`;
  expect(read(chunked).body?.toString()).toBe('{}\n{}');
  expect(read(`${head}\n{}\n`).body?.toString()).toBe('{}');
  expect(read(`${head}\n{}\n\n### next\nGET /y HTTP/1.1\n`).body?.toString()).toBe('{}');
  expect(read(`${head}X-B: c\n  d\n\n`).headers).toEqual([
    ['X-A', 'b'],
    ['X-B', 'c d'],
  ]);
});

test('what curl --verbose prints is read, and its body is missing', () => {
  const given = read(
    '* Connected to x\n> POST /x HTTP/1.1\n> Host: a\n> X-A: b\n> Content-Length: 2\n>\n} [2 bytes data]\n< HTTP/1.1 200 OK\n',
  );
  expect(given).toMatchObject({ kind: 'http', method: 'POST', path: '/x' });
  expect(given.bodyProblem?.message).toContain('Content-Length says 2 bytes, and 0 follow');
});
