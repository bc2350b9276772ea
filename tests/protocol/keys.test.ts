import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadPrivateKey, loadPublicKey } from '../../src/protocol/keys.js';
import { opensslKeys } from './openssl-keys.js';

const keys = opensslKeys();

const lines = (pem: string) => pem.trim().split('\n');
const bodyOf = (pem: string) => lines(pem).slice(1, -1).join('');
const relabel = (pem: string, from: string, to: string) => pem.replaceAll(` ${from}-`, ` ${to}-`);

/** What people's editors, shells, YAML and JSON files make of a PEM, and what we say of it. */
const pastes: [title: string, bend: (pem: string) => string, mended: string[]][] = [
  ['as openssl writes it', (pem) => pem, []],
  ['with CRLF', (pem) => pem.replaceAll('\n', '\r\n'), []],
  ['without the last line break', (pem) => pem.trim(), []],
  [
    'with a byte order mark',
    (pem) => `\uFEFF${pem}`,
    ['a byte order mark stood before the key, which other programs fail on'],
  ],
  [
    'in Base64 as a whole',
    (pem) => Buffer.from(pem).toString('base64'),
    ['the whole PEM was in Base64'],
  ],
  [
    'in Base64 as a whole, in lines',
    (pem) =>
      (
        Buffer.from(pem)
          .toString('base64')
          .match(/.{1,76}/g) ?? []
      ).join('\n'),
    ['the whole PEM was in Base64'],
  ],
  ['with text above and below', (pem) => `Bag Attributes\n  x: 1\n${pem}\nbelow\n`, []],
  ['with spaces after the lines', (pem) => pem.replaceAll('\n', '  \n'), []],
  [
    'with the body on one line',
    (pem) => [lines(pem)[0], bodyOf(pem), lines(pem).at(-1)].join('\n'),
    [],
  ],
  ['on one line', (pem) => lines(pem).join(''), ['the PEM stood on one line']],
  ['on one line with spaces', (pem) => lines(pem).join(' '), ['the PEM stood on one line']],
  [
    'with \\n for line breaks',
    (pem) => pem.replaceAll('\n', '\\n'),
    ['the line breaks were written as \\n'],
  ],
  [
    'with \\r\\n for line breaks',
    (pem) => pem.replaceAll('\n', '\\r\\n'),
    ['the line breaks were written as \\n'],
  ],
  [
    'with \\\\n for line breaks',
    (pem) => pem.replaceAll('\n', '\\\\n'),
    ['the line breaks were written as \\n'],
  ],
  [
    'as a JSON string',
    (pem) => JSON.stringify(pem),
    ['quotation marks stood around the key', 'the line breaks were written as \\n'],
  ],
  ['in quotes', (pem) => `'${pem}'`, ['quotation marks stood around the key']],
  ['indented', (pem) => pem.replace(/^/gm, '    '), ['the lines of the PEM were indented']],
  [
    'indented by a tab, with CRLF',
    (pem) => pem.replace(/^/gm, '\t').replaceAll('\n', '\r\n'),
    ['the lines of the PEM were indented'],
  ],
  ['with blank lines', (pem) => pem.replaceAll('\n', '\n\n'), ['blank lines stood within the PEM']],
  [
    'with CR alone',
    (pem) => pem.replaceAll('\n', '\r'),
    ['the lines ended with a carriage return alone'],
  ],
  ['after its YAML key', (pem) => `privateKey: ${pem}`, ['other text stood on the BEGIN line']],
  ['before a comma', (pem) => `${pem.trim()},`, ['other text stood on the END line']],
  [
    'with END at the end of the body',
    (pem) => pem.replace('\n-----END', '-----END'),
    ['the BEGIN and END lines did not stand alone'],
  ],
  [
    'with another END line',
    (pem) => pem.replace(/END [A-Z ]+/, 'END KEY'),
    ['the BEGIN and END lines named different things'],
  ],
  ['as bare Base64', bodyOf, ['the BEGIN and END lines were missing']],
  [
    'as bare Base64 in lines',
    (pem) => lines(pem).slice(1, -1).join('\n'),
    ['the BEGIN and END lines were missing'],
  ],
];

const truePrivate = createPrivateKey(keys.pkcs8);
const truePublic = createPublicKey(keys.spki);

function expectSame(key: KeyObject, other: KeyObject): void {
  expect(key.type).toBe(other.type);
  // KeyObject.equals would compare the public numbers alone.
  expect(key.export({ format: 'jwk' })).toEqual(other.export({ format: 'jwk' }));
}

describe.each(pastes)('a key %s', (_title, bend, mended) => {
  it.each(['pkcs8', 'pkcs1'] as const)('is loaded: private, %s', (packing) => {
    const loaded = loadPrivateKey(bend(keys[packing]));
    expectSame(loaded.key, truePrivate);
    expect(loaded.mended).toEqual(mended);
  });

  it.each(['spki', 'pkcs1Public'] as const)('is loaded: public, %s', (packing) => {
    const loaded = loadPublicKey(bend(keys[packing]));
    expectSame(loaded.key, truePublic);
    expect(loaded.mended).toEqual(mended);
  });

  it('is loaded: a certificate', () => {
    const loaded = loadPublicKey(bend(keys.certificate));
    expectSame(loaded.key, truePublic);
    expect(loaded.mended).toEqual([...mended, 'the public key was taken from a certificate']);
  });
});

describe('a label that names another packing', () => {
  it.each([
    ['pkcs1', 'RSA PRIVATE KEY', 'PRIVATE KEY', 'PKCS#1'],
    ['pkcs8', 'PRIVATE KEY', 'RSA PRIVATE KEY', 'PKCS#8'],
  ] as const)('is mended: private, %s', (packing, from, to, name) => {
    const loaded = loadPrivateKey(relabel(keys[packing], from, to));
    expectSame(loaded.key, truePrivate);
    expect(loaded.mended).toEqual([`the label ${to} stood over ${name} data`]);
  });

  it.each([
    ['pkcs1Public', 'RSA PUBLIC KEY', 'PUBLIC KEY', 'PKCS#1'],
    ['spki', 'PUBLIC KEY', 'RSA PUBLIC KEY', 'SubjectPublicKeyInfo'],
  ] as const)('is mended: public, %s', (packing, from, to, name) => {
    const loaded = loadPublicKey(relabel(keys[packing], from, to));
    expectSame(loaded.key, truePublic);
    expect(loaded.mended).toEqual([`the label ${to} stood over ${name} data`]);
  });

  it('is mended together with the rest', () => {
    const bent = relabel(keys.pkcs1, 'RSA PRIVATE KEY', 'PRIVATE KEY').replaceAll('\n', '\\n');
    expect(loadPrivateKey(bent).mended).toEqual([
      'the line breaks were written as \\n',
      'the label PRIVATE KEY stood over PKCS#1 data',
    ]);
  });
});

describe('a file of several blocks', () => {
  it('gives the private key, or the certificate, whichever is asked for', () => {
    const both = keys.certificate + keys.pkcs8;
    expectSame(loadPrivateKey(both).key, truePrivate);
    expectSame(loadPublicKey(both).key, truePublic);
  });
});
