import { constants, createHash, createHmac, publicDecrypt, verify } from 'node:crypto';
import type { MistakeId } from '../../../src/engine/mistakes/catalogue/catalogue.js';
import type { Asked } from '../token-server.js';

/** A server that verifies token requests by one wrong rule, written without the catalogue that should name it. */
export interface RuledTokenServer {
  /** What it should be told to follow. */
  id: MistakeId;
  title: string;
  grants(asked: Asked): boolean;
}

const hash = (algorithm: string, data: string | Buffer) =>
  createHash(algorithm).update(data).digest();

const rsa = (asked: Asked, signed: string | Buffer, algorithm = 'sha256') =>
  verify(algorithm, Buffer.from(signed), asked.publicKey, Buffer.from(asked.signature, 'base64'));

/** SHA256withRSA in Base64 over a text of its own. */
const over = (
  id: MistakeId,
  title: string,
  text: (asked: Asked) => string | Buffer,
): RuledTokenServer => ({
  id,
  title,
  grants: (asked) => rsa(asked, text(asked)),
});

const right = ({ clientId, timestamp }: Asked) => `${clientId}|${timestamp}`;

/** The documented text over a timestamp that the server prints itself. */
const printing = (id: MistakeId, title: string, print: (sent: Date, text: string) => string) =>
  over(
    id,
    title,
    ({ clientId, timestamp }) => `${clientId}|${print(new Date(timestamp), timestamp)}`,
  );

/** What the raw RSA operation gives back. */
function opened({ publicKey, signature }: Asked, padding: number): Buffer | undefined {
  try {
    return publicDecrypt({ key: publicKey, padding }, Buffer.from(signature, 'base64'));
  } catch {
    return undefined;
  }
}

const macs = (id: MistakeId, title: string, mac: (asked: Asked) => string): RuledTokenServer => ({
  id,
  title,
  grants: (asked) => mac(asked) === asked.signature,
});

const hmac = (algorithm: string, key: string, text: string) =>
  createHmac(algorithm, key).update(text).digest('base64');

/** The right signature, read from another text; only a text that reads back counts. */
const written = (
  id: MistakeId,
  title: string,
  read: (signature: string) => Buffer,
  write: (bytes: Buffer) => string,
): RuledTokenServer => ({
  id,
  title,
  grants: (asked) => {
    const bytes = read(asked.signature);
    return (
      write(bytes) === asked.signature &&
      verify('sha256', Buffer.from(right(asked)), asked.publicKey, bytes)
    );
  },
});

const plain = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding).toString();

export const tokenRules: readonly RuledTokenServer[] = [
  over('text/id-and-time-swapped', 'timestamp|id', (a) => `${a.timestamp}|${a.clientId}`),
  over('text/no-delimiter', 'nothing between', (a) => a.clientId + a.timestamp),
  over('text/colon-delimiter', 'a colon', (a) => `${a.clientId}:${a.timestamp}`),
  over('text/spaced-delimiter', 'spaces', (a) => `${a.clientId} | ${a.timestamp}`),
  over('text/backslash-before-delimiter', 'escaped', (a) => `${a.clientId}\\|${a.timestamp}`),
  over('text/other-delimiter', 'a semicolon', (a) => `${a.clientId};${a.timestamp}`),
  over('text/encoded-delimiter', '%7C', (a) => `${a.clientId}%7C${a.timestamp}`),
  over('text/id-alone', 'the id alone', (a) => a.clientId),
  over('text/time-alone', 'the timestamp alone', (a) => a.timestamp),
  over('text/trailing-newline', 'a newline at the end', (a) => `${right(a)}\n`),
  over('text/quoted', 'in quotes', (a) => `"${right(a)}"`),
  over('text/hashed-before', 'hashed twice', (a) => hash('sha256', right(a)).toString('hex')),
  over('text/base64', 'its Base64', (a) => Buffer.from(right(a)).toString('base64')),
  over('text/utf-16', 'UTF-16', (a) => Buffer.from(right(a), 'utf16le')),
  over(
    'text/as-json',
    'as JSON',
    (a) => `{"clientId":"${a.clientId}","timestamp":"${a.timestamp}"}`,
  ),
  over('text/lower-case', 'in lower case', (a) => right(a).toLowerCase()),
  over('text/with-secret', 'with the secret', (a) => `${right(a)}|${a.clientSecret}`),
  over('scheme/transaction-text', "a transaction's", (a) => {
    const body = hash('sha256', '{"grantType":"client_credentials"}').toString('hex');
    return `POST:/v1.0/access-token/b2b:${body}:${a.timestamp}`;
  }),
  over(
    'id/letter-case',
    'the id in upper case',
    (a) => `${a.clientId.toUpperCase()}|${a.timestamp}`,
  ),
  over('id/quoted', 'the id in quotes', (a) => `"${a.clientId}"|${a.timestamp}`),
  printing('time/iso-string', 'toISOString', (sent) => sent.toISOString()),
  printing('time/utc-form', 'UTC', (sent) => `${sent.toISOString().slice(0, 19)}Z`),
  printing('time/offset-without-colon', '+0700', (_, text) => text.replace(/:(\d\d)$/, '$1')),
  printing('time/space-for-t', 'a space', (_, text) => text.replace('T', ' ')),
  printing('time/no-offset', 'without offset', (_, text) => text.slice(0, 19)),
  printing('time/milliseconds-added', '.000', (_, text) => text.replace('+', '.000+')),
  printing('time/plus-lost', 'its + as a space', (_, text) => text.replace('+', ' ')),
  printing('time/epoch-milliseconds', 'epoch', (sent) => String(sent.getTime())),
  printing('time/compact', 'yyyyMMddHHmmss', (_, text) => text.slice(0, 19).replace(/\D/g, '')),
  ...(['sha1', 'sha512'] as const).map(
    (algorithm): RuledTokenServer => ({
      id: 'hash/rsa-algorithm',
      title: algorithm,
      grants: (asked) => rsa(asked, right(asked), algorithm),
    }),
  ),
  {
    id: 'hash/pss',
    title: 'PSS',
    grants: (asked) =>
      verify(
        'sha256',
        Buffer.from(right(asked)),
        { key: asked.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
        Buffer.from(asked.signature, 'base64'),
      ),
  },
  {
    id: 'hash/no-digest-info',
    title: 'a digest without its name',
    grants: (asked) =>
      opened(asked, constants.RSA_PKCS1_PADDING)?.equals(hash('sha256', right(asked))) ?? false,
  },
  {
    id: 'hash/text-not-hashed',
    title: 'no digest',
    grants: (asked) => opened(asked, constants.RSA_PKCS1_PADDING)?.toString() === right(asked),
  },
  macs('scheme/hmac', 'HMAC-SHA512', (a) => hmac('sha512', a.clientSecret, right(a))),
  macs('hash/other-hmac', 'HMAC-SHA256', (a) => hmac('sha256', a.clientSecret, right(a))),
  macs('secret/public-key', 'HMAC with the public key', (a) =>
    hmac('sha512', a.publicKey.export({ type: 'spki', format: 'pem' }) as string, right(a)),
  ),
  written(
    'encoding/hex',
    'hex',
    (text) => Buffer.from(text, 'hex'),
    (bytes) => bytes.toString('hex'),
  ),
  written(
    'encoding/base64url',
    'Base64url',
    (text) => Buffer.from(text, 'base64url'),
    (bytes) => bytes.toString('base64url'),
  ),
  written(
    'encoding/base64-of-hex',
    'Base64 of hex',
    (text) => Buffer.from(plain(text, 'base64'), 'hex'),
    (bytes) => Buffer.from(bytes.toString('hex')).toString('base64'),
  ),
  written(
    'encoding/base64-twice',
    'Base64 twice',
    (text) => Buffer.from(plain(text, 'base64'), 'base64'),
    (bytes) => Buffer.from(bytes.toString('base64')).toString('base64'),
  ),
];
