import { constants, createHash, privateEncrypt } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatTimestamp } from '../../../../src/protocol/timestamp.js';
import {
  at,
  call,
  clients,
  type Explained,
  path,
  sandbox,
  sign,
  token,
} from './explained-sandbox.js';

const { client, otherClient } = clients;
const minute = 60_000;

let snap: Explained;
beforeAll(async () => {
  snap = await sandbox('snap-bi');
  const granted = await snap.send(path, await token());
  expect([granted.line, granted.header]).toEqual([`POST ${path} 200 2007300`, null]);
});
afterAll(() => snap.started.sandbox.close());

describe('a token request', () => {
  test('with its parts swapped', async () => {
    const time = at();
    const headers = await token({ time, text: `${time}|${client.clientId}` });
    const { line, header } = await snap.send(path, headers);
    expect(line).toBe(
      `POST ${path} 401 4017300: it was signed over timestamp|clientId (text/id-and-time-swapped): ` +
        `the text was ${time}|${client.clientId}; sign ${client.clientId}|${time}. Build the string-to-sign of the documented parts, in their order, ` +
        'with nothing but the documented delimiter between them.',
    );
    expect(line.endsWith(`: ${header}`)).toBe(true);
  });

  const good = () => token();
  const id = client.clientId;
  const json = '{"grantType":"client_credentials"}';
  test.for<[string, string, () => Promise<Record<string, string | null>>, (string | Buffer)?]>([
    [
      'no timestamp',
      '400 4007302: the header X-TIMESTAMP is missing; send it',
      async () => ({ ...(await good()), 'X-TIMESTAMP': null }),
    ],
    [
      'an empty signature',
      '400 4007301: the header X-SIGNATURE is empty; send its value',
      async () => ({ ...(await good()), 'X-SIGNATURE': '' }),
    ],
    [
      'a timestamp without an offset',
      '400 4007301: X-TIMESTAMP is in the form local, and the profile takes offset or offset-millis; send it as 20',
      () => token({ time: formatTimestamp(Date.now(), 'local') }),
    ],
    [
      'seconds since 1970',
      '400 4007301: X-TIMESTAMP "1700000000" is malformed (seconds since 1970); send it as 20',
      () => token({ time: '1700000000' }),
    ],
    [
      'a late timestamp',
      '400 4007301: X-TIMESTAMP is 20 min',
      () => token({ time: at(-20 * minute) }),
    ],
    [
      'the digits of UTC',
      'behind the clock of the sandbox, which takes 15 min (the profile states no window); that is the offset: the digits are those of UTC, labelled +07:00; make the timestamp',
      () => token({ time: at(-7 * 60 * minute) }),
    ],
    [
      'an early timestamp',
      'ahead of the clock of the sandbox, which takes 15 min',
      () => token({ time: at(20 * minute + 5000) }),
    ],
    [
      'the client id in lower case',
      `401 4017300: X-CLIENT-KEY differs from ${id} in letter case`,
      () => token({ id: id.toLowerCase() }),
    ],
    [
      'an unknown client',
      `401 4017300: X-CLIENT-KEY is that of no client that the sandbox knows; send one of these: ${id}, ${otherClient.clientId}`,
      () => token({ id: 'x' }),
    ],
    [
      'another media type',
      '400 4007301: Content-Type is "text/plain"; send application/json',
      async () => ({ ...(await good()), 'Content-Type': 'text/plain' }),
    ],
    [
      'another grant type',
      '400 4007301: the member grantType of the body is none that the service takes; send client_credentials',
      good,
      '{"grantType":"nope"}',
    ],
    [
      'no grant type',
      '400 4007302: the member grantType of the body is missing; add it to the body',
      good,
      '{}',
    ],
    [
      'a number as grant type',
      '400 4007301: the member grantType of the body is no text',
      good,
      '{"grantType":3}',
    ],
    ['broken JSON', '400 4007300: the body is not valid JSON; send one JSON object', good, '{'],
    ['an empty body', '400 4007300: the body is empty', good, ''],
    ['a list', '400 4007300: the body is no JSON object', good, '[]'],
    [
      'a name twice',
      '400 4007300: the body has a name twice',
      good,
      '{"grantType":"a","grantType":"a"}',
    ],
    [
      'Latin-1',
      '400 4007300: the body is not in UTF-8',
      good,
      Buffer.from('{"a":"\u00e9"}', 'latin1'),
    ],
    [
      'a byte order mark',
      '400 4007300: the body begins with a byte order mark',
      good,
      `\ufeff${json}`,
    ],
    ['a large body', '400 4007300: the body is larger than 64 kB', good, json.padEnd(70_000)],
    [
      'a text as additionalInfo',
      '400 4007301: the member additionalInfo of the body is no object',
      good,
      '{"grantType":"client_credentials","additionalInfo":"a"}',
    ],
    [
      "another client's key",
      `401 4017300: it was signed with the private half of the key of ${otherClient.clientId} (secret/another-key-of-set); sign with the private key`,
      async () => {
        const headers = await good();
        return {
          ...headers,
          'X-SIGNATURE': await sign(`${id}|${headers['X-TIMESTAMP']}`, otherClient.privateKey),
        };
      },
    ],
    [
      'hex',
      '401 4017300: it was signed in hex instead of Base64 (encoding/hex); write the bytes',
      async () => {
        const headers = await good();
        return {
          ...headers,
          'X-SIGNATURE': Buffer.from(headers['X-SIGNATURE'], 'base64').toString('hex'),
        };
      },
    ],
    [
      'a word as signature',
      '401 4017300: the signature does not hold, and no known mistake makes it: the signature is a word that stands for a missing value',
      async () => ({ ...(await good()), 'X-SIGNATURE': 'undefined' }),
    ],
    [
      'another text',
      'made by the private half of this key, as SHA256withRSA, but over a text that no known mistake makes',
      () => token({ text: 'qwertz' }),
    ],
  ])('with %s', async ([, said, headers, body]) => {
    const { line, header } = await snap.send(path, await headers(), body);
    expect(line).toContain(said);
    expect(line.endsWith(`: ${header}`)).toBe(true);
  });

  test('with the right hash, told in another way than signing tells it', async () => {
    const time = at();
    const text = `${client.clientId}|${time}`;
    // RFC 8017, section 9.2: the parameters of SHA-256 are NULL; here they are left out.
    const told = Buffer.concat([
      Buffer.from('302f300b0609608648016503040201' + '0420', 'hex'),
      createHash('sha256').update(text).digest(),
    ]);
    const block = Buffer.concat([
      Buffer.from([0, 1]),
      Buffer.alloc(253 - told.length, 0xff),
      Buffer.from([0]),
      told,
    ]);
    const { privateKey: key } = client;
    const bytes = privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
    const headers = { ...(await token({ time })), 'X-SIGNATURE': bytes.toString('base64') };
    const { line } = await snap.send(path, headers);
    expect(line).toContain(
      '401 4017300: it was signed without the NULL that PKCS#1 v1.5 has beside the name of the hash (hash/no-null-parameter); sign with SHA256withRSA',
    );
  });

  test('at an unknown path, without its query, and by another method', async () => {
    const { line } = await snap.send('/nowhere?a=b', {});
    expect(line).toBe(
      `POST /nowhere 404 4047302: the sandbox has no service at this path; send it to one of these: POST ${path}, ` +
        `POST /v1.0/access-token/b2b2c, POST ${call}`,
    );
    const other = await snap.send(path, {}, '', 'GET');
    expect(other.line).toBe(`GET ${path} 405 4057300: the service does not take GET; send POST`);
  });

  test('over bytes that are no HTTP', async () => {
    const { port } = snap.started.sandbox;
    const answered = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('no HTTP\r\n\r\n'));
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes;
      });
      socket.on('error', reject).on('close', () => resolve(text));
    });
    expect(answered).toContain('X-SNAP-EXPLANATION: this is no HTTP request');
    expect(snap.lines.at(-1)).toContain('(no HTTP request) 400 4007300: this is no HTTP request');
  });
});

test('a refusal for which the profile has no reason names the faults that are switched on', async () => {
  const bank = await sandbox('snap-bi', ['accept-compared-as-text']);
  const headers = { ...(await token()), Accept: 'application/json, text/plain' };
  const { line } = await bank.send(path, headers);
  await bank.started.sandbox.close();
  expect(line).toMatch(
    /^POST \S+ 4\d\d \d{7}: the step \w+ of the sandbox refused it \([^)]+\), for no reason that the profile has; look at what is switched on: accept-compared-as-text$/,
  );
});
