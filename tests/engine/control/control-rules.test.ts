import { constants, createHmac, type KeyObject, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { establishControl } from '../../../src/engine/control/control.js';
import { english } from '../../support/english.js';
import { freezeDate, morning } from '../../support/frozen-date.js';
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
    'with RSASSA-PSS, SHA-256',
    (a) => {
      const key = { key: a.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
      const signature = bytes(a);
      return signature !== undefined && verify('sha256', Buffer.from(text(a)), key, signature);
    },
  ],
  [
    'with an HMAC, where this scheme signs with the private key, with the public key in the place of the client secret',
    macced((a) => a.publicKey.export({ type: 'spki', format: 'pem' }) as string),
  ],
  ['with an HMAC, where this scheme signs with the private key', macced((a) => a.clientSecret)],
  ['in hex instead of Base64', encoded('hex')],
  ['in Base64url', encoded('base64url')],
];

describe('a target that follows a rule other than the documented one is found out', () => {
  test.for(servers)('%s', async ([says, rule]) => {
    const { url } = await serveTokens(rule);
    const session = await sessionAt(url);
    const control = english(await establishControl(session, 'deep'));
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

describe('a rule that a profile can state is told with its overrides', () => {
  test.for([
    ['with a colon for the delimiter', { signature: { delimiter: ':' } }],
    ['without a delimiter', { signature: { delimiter: 'none' } }],
    ['in hex instead of Base64', { signature: { encoding: 'hex' } }],
    ['over timestamp|clientId', undefined],
  ] as const)('%s', async ([says, setting]) => {
    const [, rule] = servers.find(([name]) => name === says) ?? [];
    const { url } = await serveTokens(rule ?? (() => true));
    const { causes = [], wrongRule } = english(
      await establishControl(await sessionAt(url), 'deep'),
    );
    expect(wrongRule).toBe(`signed ${says}`);
    expect(causes[0]).toMatch(/^the target takes what is signed .*; this was signed: "/);
    expect(causes[1]).toMatch(/^on the target: /);
    const said = causes.find((cause) => cause.includes('"overrides"'));
    if (setting === undefined) expect(said).toBeUndefined();
    else
      expect(JSON.parse(`{${said?.slice(said.indexOf('"overrides"'))}}`)).toEqual({
        overrides: { 'token-b2b': setting },
      });
  });
});

/** A refused control comes again, and at four other instants, in each of the two forms of X-TIMESTAMP. */
const controls = 12;

/** What is tried besides. */
const rules = 10;

test('a target that refuses each of them: just refused', async () => {
  freezeDate(morning);
  let asked = 0;
  const { url } = await serveTokens(() => {
    asked += 1;
    return false;
  });
  const control = english(await (await sessionAt(url)).control());
  expect(control.outcome).toBe('refused');
  expect(control).not.toHaveProperty('wrongRule');
  expect(control.message).toContain(
    'the control was refused: HTTP 401 4017300 "Unauthorized. Signature"; 10 rules tried and ruled out',
  );
  expect(asked).toBe(controls + rules);
});

test('a target in production is sent the control alone', async () => {
  const { url } = await serveTokens(() => false);
  const session = await sessionAt(url, { production: { allow: [] } });
  const control = english(await establishControl(session, 'deep'));
  // Once in each form of X-TIMESTAMP, and not again in case the refusal was a passing trouble.
  expect(session.state.client.requests).toBe(session.settings.timestamp.accept.length);
  expect(control.message).toContain('no more were tried: the environment of the target is product');
});

test('without a client secret nothing is signed with it', async () => {
  freezeDate(morning);
  const { url } = await serveTokens(() => false);
  const session = await sessionAt(url);
  const { clientSecret: _, ...client } = session.target.client;
  const other = await sessionAt(url, { client });
  const idsAt = (at: typeof session) =>
    at.service.adapter
      .candidates(at, at.draft())
      .flatMap(({ mistakes }) => mistakes.map(({ id }) => id));
  expect(idsAt(session)).toContain('text/with-secret');
  expect(idsAt(other)).not.toContain('text/with-secret');
  expect((await other.control()).outcome).toBe('refused');
  expect(other.state.client.requests).toBe(controls + rules);
});
