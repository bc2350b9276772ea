import { constants, createHmac, type KeyObject, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { onTwelveHourClock } from '../../../src/engine/request/twelve-hour-clock.js';
import { english } from '../../support/english.js';
import { type Asked, serveTokens } from '../../support/token-server.js';
import { sessionAt } from '../session/session-at.js';

const bytes = ({ signature }: Asked, encoding: BufferEncoding = 'base64') => {
  const read = Buffer.from(signature, encoding);
  // Node's decoders skip what they can't read: only a text that comes out as it went in was in that encoding.
  return read.toString(encoding) === signature ? read : undefined;
};

const text = ({ clientId, timestamp }: Asked) => `${clientId}|${timestamp}`;

function holds(
  key: KeyObject,
  algorithm: string,
  data: string,
  signature: Buffer | undefined,
): boolean {
  return signature !== undefined && verify(algorithm, Buffer.from(data), key, signature);
}

/** A server's wrong rule for the string-to-sign, with SHA256withRSA as documented. */
const over = (build: (asked: Asked) => string) => (asked: Asked) =>
  holds(asked.publicKey, 'RSA-SHA256', build(asked), bytes(asked));
/** A server's wrong hash. */
const hashed = (algorithm: string) => (asked: Asked) =>
  holds(asked.publicKey, algorithm, text(asked), bytes(asked));
const macced = (secret: (asked: Asked) => string) => (asked: Asked) =>
  createHmac('sha512', secret(asked)).update(text(asked)).digest('base64') === asked.signature;
const encoded = (encoding: BufferEncoding) => (asked: Asked) =>
  holds(asked.publicKey, 'RSA-SHA256', text(asked), bytes(asked, encoding));

/** How such servers verify, and what is said about them. */
const servers: [says: string, (asked: Asked) => boolean][] = [
  ['over timestamp|clientId', over((a) => `${a.timestamp}|${a.clientId}`)],
  ['without a delimiter', over((a) => `${a.clientId}${a.timestamp}`)],
  ['with a colon for the delimiter', over((a) => `${a.clientId}:${a.timestamp}`)],
  ['with spaces around the delimiter', over((a) => `${a.clientId} | ${a.timestamp}`)],
  ['with an escaped delimiter \\|', over((a) => `${a.clientId}\\|${a.timestamp}`)],
  ['over the client id alone', over((a) => a.clientId)],
  ['over the timestamp alone', over((a) => a.timestamp)],
  ['with a newline at the end', over((a) => `${text(a)}\n`)],
  ['with SHA1withRSA', hashed('RSA-SHA1')],
  ['with SHA384withRSA', hashed('RSA-SHA384')],
  ['with SHA512withRSA', hashed('RSA-SHA512')],
  ['with MD5withRSA', hashed('RSA-MD5')],
  [
    'with RSASSA-PSS',
    (a) => {
      const key = { key: a.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
      const signature = bytes(a);
      return signature !== undefined && verify('sha256', Buffer.from(text(a)), key, signature);
    },
  ],
  [
    'with HMAC-SHA512 and the public key as secret',
    macced((a) => a.publicKey.export({ type: 'spki', format: 'pem' }) as string),
  ],
  ['with HMAC-SHA512 and the client secret', macced((a) => a.clientSecret)],
  ['in hex instead of Base64', encoded('hex')],
  ['in Base64url', encoded('base64url')],
];

describe('a target that follows a rule other than the documented one is found out', () => {
  test.for(servers)('%s', async ([says, rule]) => {
    const { url } = await serveTokens(rule);
    const session = await sessionAt(url);
    const control = english(await session.control());
    expect(control).toMatchObject({
      outcome: 'refused',
      readable: false,
      wrongRule: `signed ${says}`,
    });
    expect(control.message).toContain(
      `a token was given for a request signed ${says}: the target follows another rule than its document`,
    );
    expect(control.message).toContain('HTTP 401 4017300');
    const [refused, granted] = session.state.evidence();
    expect([refused?.response?.status, granted?.response?.status]).toEqual([401, 200]);
    expect(granted).toMatchObject({
      purpose: 'probe',
      mutation: { name: `signed ${says}`, field: 'header X-SIGNATURE' },
    });
    expect(granted?.mutation?.after).not.toBe(granted?.mutation?.before);
    expect(control.exchanges).toEqual([refused?.id, granted?.id]);
  });
});

describe('a rule that a profile can state is told with its setting', () => {
  test.for([
    ['with a colon for the delimiter', 'token-b2b.signature.delimiter: ":"'],
    ['without a delimiter', 'token-b2b.signature.delimiter: none'],
    ['in hex instead of Base64', 'token-b2b.signature.encoding: hex'],
    ['over timestamp|clientId', undefined],
  ])('%s', async ([says, setting]) => {
    const [, rule] = servers.find(([name]) => name === says) ?? [];
    const { url } = await serveTokens(rule ?? (() => true));
    const { causes, wrongRule } = english(await (await sessionAt(url)).control());
    expect(wrongRule).toBe(`signed ${says}`);
    if (setting === undefined) expect(causes).toBeUndefined();
    else expect(causes?.[0]).toContain(`should say so: ${setting}`);
  });
});

/** A refused control comes again, and at four other instants, in each of the two forms of X-TIMESTAMP. */
const controls = 12;

/** The twelve-hour clock is a rule of its own only at hours that it writes otherwise. */
function rulesAt(timestamp: string): number {
  return servers.length + (onTwelveHourClock(timestamp) === timestamp ? 0 : 1);
}

test('a target that refuses each of them: just refused', async () => {
  const asked: string[] = [];
  const { url } = await serveTokens(({ timestamp }) => {
    asked.push(timestamp);
    return false;
  });
  const control = english(await (await sessionAt(url)).control());
  expect(control.outcome).toBe('refused');
  expect(control).not.toHaveProperty('wrongRule');
  expect(control.message).toBe(
    'the control was refused: HTTP 401 4017300 "Unauthorized. Signature"',
  );
  expect(asked).toHaveLength(controls + rulesAt(asked.at(-1) ?? ''));
});

test('without a client secret nothing is signed with it', async () => {
  let last = '';
  const { url } = await serveTokens(({ timestamp }) => {
    last = timestamp;
    return false;
  });
  const session = await sessionAt(url);
  const { clientSecret: _, ...client } = session.target.client;
  const other = await sessionAt(url, { client });
  expect((await other.control()).outcome).toBe('refused');
  expect(other.state.client.requests).toBe(controls + rulesAt(last) - 1);
});
