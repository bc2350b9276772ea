import { createHash, createHmac, sign } from 'node:crypto';
import type { MistakeId } from '../../../src/engine/mistakes/catalogue/catalogue.js';
import { type Called, hmac, sha256 } from '../transaction-server.js';

/** A server that verifies transactions by one wrong rule, written without the catalogue that should name it. */
export interface RuledTransactionServer {
  id: MistakeId;
  title: string;
  /** X-SIGNATURE as it would have it. */
  sign(called: Called): string;
}

/** The body that they are asked with: members out of order, an empty object, a slash. */
export const richBody = {
  partnerReferenceNo: '2026/0001',
  accountNo: '2000100101',
  additionalInfo: {},
};

/** The path that they are asked at, below the prefix of the base URL. */
export const richPath = '/v1.0/balance-inquiry?snapB=2&snapA=1';

interface Parts {
  method: string;
  path: string;
  token: string;
  hash: string;
  time: string;
}

const partsOf = ({ method, target, token, body, timestamp }: Called): Parts => ({
  ...{ method, path: target, token, hash: sha256(body), time: timestamp },
});

const join = ({ method, path, token, hash, time }: Parts, by = ':') =>
  [method, path, token, hash, time].join(by);

/** HMAC-SHA512 over other parts than the documented ones. */
const over = (
  id: MistakeId,
  title: string,
  change: (called: Called) => Partial<Parts>,
): RuledTransactionServer => ({
  id,
  title,
  sign: (called) => hmac(called.clientSecret, join({ ...partsOf(called), ...change(called) })),
});

/** HMAC-SHA512 over a text of its own. */
const text = (
  id: MistakeId,
  title: string,
  write: (parts: Parts, called: Called) => string,
): RuledTransactionServer => ({
  id,
  title,
  sign: (called) => hmac(called.clientSecret, write(partsOf(called), called)),
});

/** The hash of a body that the server reads and writes again. */
const rewriting = (id: MistakeId, title: string, write: (body: typeof richBody) => string) =>
  over(id, title, ({ body }) => ({ hash: sha256(write(JSON.parse(body) as typeof richBody)) }));

const right = (called: Called) => join(partsOf(called));

export const transactionRules: readonly RuledTransactionServer[] = [
  text('text/pipe-delimiter', 'pipes', (parts) => join(parts, '|')),
  text('text/no-delimiter', 'nothing between', (parts) => join(parts, '')),
  text('text/two-parts-swapped', 'hash and time swapped', (p) =>
    [p.method, p.path, p.token, p.time, p.hash].join(':'),
  ),
  text('text/without-time', 'no timestamp', (p) => [p.method, p.path, p.token, p.hash].join(':')),
  text('token/without-token', 'no token', (p) => [p.method, p.path, p.hash, p.time].join(':')),
  over('text/method-lower-case', 'post', () => ({ method: 'post' })),
  over('token/bearer-kept', 'Bearer', ({ token }) => ({ token: `Bearer ${token}` })),
  over('hash/upper-case', 'upper case', ({ body }) => ({ hash: sha256(body).toUpperCase() })),
  over('hash/base64', 'Base64', ({ body }) => ({
    hash: createHash('sha256').update(body).digest('base64'),
  })),
  over('hash/hex-of-hex', 'hex of hex', ({ body }) => ({
    hash: Buffer.from(sha256(body)).toString('hex'),
  })),
  over('hash/other-algorithm', 'SHA-512', ({ body }) => ({
    hash: createHash('sha512').update(body).digest('hex'),
  })),
  over('hash/body-itself', 'the body itself', ({ body }) => ({ hash: body })),
  over('hash/empty', 'nothing', () => ({ hash: '' })),
  over('hash/hmac', 'an HMAC', ({ body, clientSecret }) => ({
    hash: createHmac('sha256', clientSecret).update(body).digest('hex'),
  })),
  over('body/empty', 'no body', () => ({ hash: sha256('') })),
  over('body/empty-object', '{}', () => ({ hash: sha256('{}') })),
  over('body/python', 'as Python', ({ body }) => ({
    hash: sha256(body.replace(/([:,])(?=["{])/g, '$1 ')),
  })),
  rewriting('body/pretty-printed', 'indented', (body) => JSON.stringify(body, undefined, 2)),
  rewriting('body/sorted-members', 'sorted', (body) =>
    JSON.stringify(Object.fromEntries(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)))),
  ),
  over('body/php', 'slashes escaped', ({ body }) => ({
    hash: sha256(body.replaceAll('/', '\\/')),
  })),
  over('body/lower-case', 'in lower case', ({ body }) => ({ hash: sha256(body.toLowerCase()) })),
  over('path/without-prefix', 'no prefix', ({ target }) => ({ path: target.replace('/snap', '') })),
  over('path/full-url', 'whole URL', ({ host, target }) => ({ path: `http://${host}${target}` })),
  over('path/without-query', 'no query', ({ target }) => ({ path: target.replace(/\?.*/, '') })),
  over('path/query-sorted', 'sorted query', ({ target }) => {
    const [path = '', query = ''] = target.split('?');
    return { path: `${path}?${query.split('&').sort().join('&')}` };
  }),
  over('path/no-leading-slash', 'no slash', ({ target }) => ({ path: target.slice(1) })),
  over('time/utc-form', 'UTC', ({ timestamp }) => ({
    time: `${new Date(timestamp).toISOString().slice(0, 19)}Z`,
  })),
  over('time/iso-string', 'toISOString', ({ timestamp }) => ({
    time: new Date(timestamp).toISOString(),
  })),
  {
    id: 'hash/other-hmac',
    title: 'HMAC-SHA256',
    sign: (called) => hmac(called.clientSecret, right(called), 'sha256'),
  },
  {
    id: 'secret/base64-decoded',
    title: 'the secret decoded',
    sign: (called) => hmac(Buffer.from(called.clientSecret, 'base64'), right(called)),
  },
  {
    id: 'secret/arguments-swapped',
    title: 'text for the key',
    sign: (called) => hmac(right(called), called.clientSecret),
  },
  {
    id: 'hash/digest-with-secret',
    title: 'a digest, the secret at its end',
    sign: (called) =>
      createHash('sha512')
        .update(right(called) + called.clientSecret)
        .digest('base64'),
  },
  {
    id: 'scheme/rsa',
    title: 'RSA',
    sign: (called) =>
      sign('sha256', Buffer.from(right(called)), called.privateKey).toString('base64'),
  },
  {
    id: 'encoding/hex',
    title: 'hex',
    sign: (called) =>
      Buffer.from(hmac(called.clientSecret, right(called)), 'base64').toString('hex'),
  },
];
