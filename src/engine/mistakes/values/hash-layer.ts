import { createHash, createHmac } from 'node:crypto';
import type { Rendering } from '../body/rendering.js';
import type { MistakeId } from '../catalogue/catalogue.js';
import type { Layer } from '../search/layer.js';

/** Writes the hash of a body as it stands in the text; undefined if it is too long to stand there. */
export type HashForm = (body: Rendering) => string | undefined;

/** A longer body isn't tried in the place of its hash. */
const longestInText = 64_000;

const hex = (algorithm: string) => (data: string | Buffer) =>
  createHash(algorithm).update(data).digest('hex');
const sha256 = hex('sha256');

/** What senders put in the place of the hash of the body. */
export function hashLayer(clientSecret: string | undefined): Layer<HashForm> {
  const lower: HashForm = (body) => body.digest('sha256', 'hex');
  const of =
    (write: (hash: string) => string): HashForm =>
    (body) => {
      const hash = body.digest('sha256', 'hex');
      return hash === undefined ? undefined : write(hash);
    };
  const inText =
    (write: (bytes: Buffer) => string): HashForm =>
    (body) =>
      body.bytes && body.bytes.length <= longestInText ? write(body.bytes) : undefined;
  const hmac = (algorithm: string, encoding: 'hex' | 'base64') =>
    inText((bytes) =>
      createHmac(algorithm, clientSecret ?? '')
        .update(bytes)
        .digest(encoding),
    );
  const forms: [MistakeId, HashForm][] = [
    ['hash/upper-case', of((hash) => hash.toUpperCase())],
    ['hash/base64', (body) => body.digest('sha256', 'base64')],
    ['hash/base64', of((hash) => Buffer.from(hash, 'hex').toString('base64url'))],
    ['hash/base64-of-hex', of((hash) => Buffer.from(hash).toString('base64'))],
    ['hash/hex-of-hex', of((hash) => Buffer.from(hash).toString('hex'))],
    ['hash/hashed-twice', of(sha256)],
    ['hash/hashed-twice', of((hash) => sha256(Buffer.from(hash, 'hex')))],
    ['hash/hashed-twice', of((hash) => sha256(hash.toUpperCase()))],
    ['hash/body-itself', inText((bytes) => bytes.toString('utf8'))],
    ['hash/body-itself', inText((bytes) => bytes.toString('base64'))],
    ['hash/body-itself', inText((bytes) => bytes.toString('hex'))],
    ['hash/empty', () => ''],
    ['hash/undefined', () => 'undefined'],
    ['hash/undefined', () => 'null'],
    ['hash/undefined', () => '[object Promise]'],
    ['hash/undefined', () => '[object Object]'],
    ['hash/other-algorithm', (body) => body.digest('sha512', 'hex')],
    ['hash/other-algorithm', (body) => body.digest('sha1', 'hex')],
    ['hash/other-algorithm', (body) => body.digest('md5', 'hex')],
    ['hash/other-algorithm', (body) => body.digest('sha384', 'hex')],
    ['hash/other-algorithm', (body) => body.digest('sha3-256', 'hex')],
    ['hash/other-algorithm', (body) => body.digest('sha224', 'hex')],
    ['hash/other-algorithm', (body) => body.digest('sha512', 'base64')],
    ['hash/other-algorithm', (body) => body.digest('sha512', 'hex')?.toUpperCase()],
    ['hash/other-algorithm', (body) => body.digest('md5', 'base64')],
    ['hash/in-pairs', of((hash) => hash.replace(/..(?!$)/g, '$&-'))],
    ['hash/in-pairs', of((hash) => hash.toUpperCase().replace(/..(?!$)/g, '$&-'))],
    ['hash/in-pairs', of((hash) => hash.replace(/..(?!$)/g, '$&:'))],
    ['hash/in-pairs', of((hash) => hash.replace(/..(?!$)/g, '$& '))],
    ['hash/prefixed', of((hash) => `0x${hash}`)],
    ['hash/prefixed', of((hash) => `sha256=${hash}`)],
    ['hash/prefixed', of((hash) => `sha256:${hash}`)],
    ['hash/prefixed', of((hash) => `SHA-256=${Buffer.from(hash, 'hex').toString('base64')}`)],
    ['hash/quoted', of((hash) => `"${hash}"`)],
    ['hash/leading-zeros-lost', of((hash) => hash.replace(/^0+/, ''))],
    [
      'hash/leading-zeros-lost',
      of((hash) => hash.replace(/0(.)/g, (pair, digit, at) => (at % 2 === 0 ? digit : pair))),
    ],
    ['hash/as-bytes', of((hash) => Buffer.from(hash, 'hex').toString('latin1'))],
    ['hash/as-bytes', of((hash) => Buffer.from(hash, 'hex').toString('utf8'))],
    ['hash/line-end', of((hash) => `${hash}\n`)],
    ['hash/line-end', of((hash) => `${hash}  -`)],
    ['hash/line-end', of((hash) => `${hash}  -\n`)],
    ['hash/line-end', of((hash) => `SHA2-256(stdin)= ${hash}`)],
    ['hash/line-end', of((hash) => `(stdin)= ${hash}`)],
  ];
  if (clientSecret !== undefined)
    forms.push(
      ['hash/hmac', hmac('sha256', 'hex')],
      ['hash/hmac', hmac('sha512', 'hex')],
      ['hash/hmac', hmac('sha256', 'base64')],
      ['hash/hmac', hmac('sha512', 'base64')],
    );
  return { right: lower, others: forms.map(([id, value]) => ({ mistakes: [{ id }], value })) };
}
