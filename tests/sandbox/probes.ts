import { constants, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { formatTimestamp, type TimestampForm } from '../../src/protocol/timestamp.js';
import { forgeryProbes } from './forgery-probes.js';
import { client, now, otherClient, signed, type TokenRequest } from './token-client.js';

/** A request that a conforming server grants or refuses, by the id of the requirement. */
export interface Probe {
  id: string;
  granted: boolean;
  request: TokenRequest;
}

const right = now();
const text = `${client.clientId}|${right}`;
const signature = await signed(text);
const bytes = Buffer.from(signature, 'base64');
const zeros = Buffer.alloc(256).toString('base64');
const secret = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const rightBody = { grantType: 'client_credentials' };
const pemText = client.publicKey.export({ type: 'spki', format: 'pem' }) as string;

function probes(area: string, granted: boolean, requests: Record<string, TokenRequest[]>): Probe[] {
  return Object.entries(requests).flatMap(([name, list]) =>
    list.map((request) => ({ id: `token-b2b/${area}/${name}`, granted, request })),
  );
}

const at = (timestamp: string): TokenRequest => ({ timestamp });
const over = (other: string): TokenRequest => ({ timestamp: right, signed: other });
const withSignature = (other: string | Buffer): TokenRequest => ({
  timestamp: right,
  signature: typeof other === 'string' ? other : other.toString('base64'),
});
const withId = (clientId: string): TokenRequest => ({ clientId });
const withBody = (body: unknown): TokenRequest => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const withHeader = (name: string, value: string | string[] | null): TokenRequest => ({
  headers: { [name]: value },
});
/** With the time at which it is sent: what has to be granted may not grow old. */
const inForm = (form: TimestampForm, offset?: number): TokenRequest => ({
  get timestamp() {
    return formatTimestamp(Date.now(), form, offset);
  },
});
const day = 86_400;
/** So many seconds from the time at which it is sent. */
const ahead = (seconds: number): TokenRequest => ({
  get timestamp() {
    return formatTimestamp(Date.now() + seconds * 1000, 'offset');
  },
});
const [date = '', time = ''] = right.slice(0, 19).split('T');

function flipped(index: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[index >> 3] = (copy[index >> 3] ?? 0) ^ (1 << (index & 7));
  return copy;
}

/** The Base64 text with the case of its letter at or after a place inverted. */
function recased(from: number): string {
  const place = signature.slice(from).search(/[A-Za-z]/) + from;
  const letter = signature.charAt(place);
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return signature.slice(0, place) + other + signature.slice(place + 1);
}

/** Sent in a zone where it is past noon now, and signed with the hour of a 12-hour clock. */
function signedInAfternoon(hour: number): TokenRequest {
  const hoursAhead = ((hour + 12 - new Date(right).getUTCHours() + 34) % 24) - 10;
  const timestamp = formatTimestamp(Date.parse(right), 'offset', hoursAhead * 60);
  const signed = `${client.clientId}|${timestamp.replace(/T\d\d/, `T0${hour}`)}`;
  return { timestamp, signed };
}

const timestampProbes = [
  ...probes('timestamp', false, {
    'rejects-missing-offset': [at(`${date}T${time}`)],
    'rejects-separator': [' ', 't', '_', ''].map((mark) => at(`${date}${mark}${time}+07:00`)),
    'rejects-lower-case-z': [at(formatTimestamp(Date.now(), 'utc').replace('Z', 'z'))],
    'rejects-short-offset': ['+0700', '+07', '+7:00'].map((zone) => at(`${date}T${time}${zone}`)),
    'rejects-incomplete': [at(date), at(`T${time}+07:00`), at(`${date}T${time.slice(0, 5)}+07:00`)],
    'rejects-epoch': [at(String(Date.now())), at(String(Math.floor(Date.now() / 1000)))],
    'rejects-other-notation': [
      at(new Date().toUTCString()),
      at(right.replaceAll('-', '/')),
      at(right.slice(2)),
      at(right.replaceAll(/[-:]/g, '')),
    ],
    'rejects-impossible-date': [at(right.replace(/^(\d+)-\d\d-\d\d/, '$1-02-30'))],
    'rejects-impossible-time': [at(right.replace(/T\d\d/, 'T24'))],
    'rejects-impossible-offset': ['+15:00', '-14:15'].map((zone) => at(right.slice(0, 19) + zone)),
    'rejects-comma-fraction': [at(right.replace('+', ',123+'))],
    'rejects-surrounding-text': [at(`x${right}`), at(`${right}x`)],
    'rejects-garbage': [at('today'), at(right + '0'.repeat(4096))],
    'rejects-stale': [ahead(-400 * day), ahead(-day - 100)],
    'rejects-future': [ahead(400 * day), ahead(day + 100), ahead(2 * day - 100)],
    'exact-text-is-signed': [
      over(`${client.clientId}|${formatTimestamp(Date.parse(right), 'utc')}`),
      over(`${client.clientId}|${formatTimestamp(Date.parse(right), 'offset-millis')}`),
      over(`${client.clientId}|${new Date(right).toISOString()}`),
      signedInAfternoon(3),
    ],
  }),
  ...probes('timestamp', true, {
    'accepts-any-offset': [-720, 0, 345, 840].map((offset) => inForm('offset', offset)),
    'accepts-documented-forms': [inForm('offset-millis')],
    'accepts-slightly-ahead': [
      {
        get timestamp() {
          return formatTimestamp(Date.now() + 5000, 'offset');
        },
      },
    ],
  }),
];

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
const signatureProbes = [
  ...probes('signature', false, {
    'refuses-bit-flip': [0, 1000, 2047].map((index) => withSignature(flipped(index))),
    'refuses-wrong-length': [
      withSignature(bytes.subarray(0, 200)),
      withSignature(bytes.subarray(20)),
      withSignature(Buffer.concat([bytes, Buffer.from([7])])),
    ],
    'refuses-random-bytes': [
      withSignature(Buffer.alloc(256)),
      withSignature(Buffer.alloc(256, 255)),
    ],
    'refuses-not-base64': [
      withSignature(`${signature.slice(0, 100)}!${signature.slice(100)}`),
      withSignature(`*${signature}`),
    ],
    'refuses-letter-case-change': [0, 100, 250].map((from) => withSignature(recased(from))),
    'refuses-unregistered-key': [{ key: secret }],
    'refuses-other-client-key': [{ key: otherClient.key }],
    'refuses-own-key-for-other-client': [withId(otherClient.clientId)],
    'refuses-exchanged-client-key': [otherClient.clientId, 'nobody-1'].map((clientId) => ({
      ...over(text),
      clientId,
    })),
    'refuses-other-timestamp': [
      over(`${client.clientId}|${formatTimestamp(Date.parse(right) - 60_000, 'offset')}`),
      { timestamp: formatTimestamp(Date.parse(right) - 1000, 'offset'), signature },
    ],
    'refuses-other-digest': ['md5', 'sha1', 'sha384', 'sha512'].map((digest) =>
      withSignature(sign(digest, Buffer.from(text), client.key)),
    ),
    'refuses-pss': [withSignature(sign('sha256', Buffer.from(text), { key: client.key, ...pss }))],
    'refuses-swapped-order': [over(`${right}|${client.clientId}`)],
    'refuses-other-delimiter': ['', ':', ',', ' | ', '\\|'].map((mark) =>
      over(client.clientId + mark + right),
    ),
    'refuses-client-id-alone': [over(client.clientId)],
    'refuses-timestamp-alone': [over(right)],
    'refuses-trailing-newline': [over(`${text}\n`)],
    'refuses-altered-client-id': [over(`${client.clientId.toLowerCase()}|${right}`)],
    'refuses-hmac': ['sha512', 'sha256'].flatMap((hash) =>
      [client.clientSecret, pemText].map((key) =>
        withSignature(createHmac(hash, key).update(text).digest()),
      ),
    ),
    'other-encodings': [
      withSignature(bytes.toString('hex')),
      withSignature(bytes.toString('base64url')),
    ],
  }),
  ...probes('signature', true, {
    'accepts-valid': [at(formatTimestamp(Date.now() - 60_000, 'offset'))],
  }),
];

const headerProbes = [
  ...probes('headers', false, {
    'rejects-missing-timestamp': [
      withHeader('X-TIMESTAMP', null),
      {
        get timestamp() {
          return formatTimestamp(Date.now(), 'utc');
        },
        headers: { 'X-TIMESTAMP': null },
      },
    ],
    'rejects-missing-client-key': [withHeader('X-CLIENT-KEY', null)],
    'rejects-missing-signature': [withHeader('X-SIGNATURE', null)],
    'rejects-empty-timestamp': [withHeader('X-TIMESTAMP', ''), at('')],
    'rejects-empty-client-key': [withHeader('X-CLIENT-KEY', ''), withId('')],
    'rejects-empty-signature': [withHeader('X-SIGNATURE', '')],
    'rejects-unknown-client': [withId('nobody-1'), withId('0b7f5a8e-7a2c-4f43-8f0c-2a3b5d1c9e77')],
    'rejects-altered-client-id': [
      withId(client.clientId.toLowerCase()),
      withId(`${client.clientId}x`),
      withId(`x${client.clientId}`),
    ],
    'rejects-hostile-client-id': [
      withId("' OR '1'='1"),
      withId(`${client.clientId}%00`),
      withId('a'.repeat(10_000)),
    ],
    'rejects-text-plain': [withHeader('Content-Type', 'text/plain')],
    'rejects-missing-content-type': [withHeader('Content-Type', null)],
    'rejects-underscore-names': [
      {
        timestamp: right,
        headers: { 'X-SIGNATURE': null, X_SIGNATURE: signature },
      },
      { headers: { 'X-CLIENT-KEY': null, X_CLIENT_KEY: client.clientId } },
    ],
    'rejects-duplicate-signature': [
      [signature, zeros],
      [zeros, signature],
    ].map((both) => ({ timestamp: right, headers: { 'X-SIGNATURE': both } })),
    'rejects-duplicate-client-key': [
      withHeader('X-CLIENT-KEY', [client.clientId, otherClient.clientId]),
      withHeader('X-CLIENT-KEY', [otherClient.clientId, client.clientId]),
    ],
  }),
  ...probes('headers', true, {
    'accepts-any-name-case': [
      { headers: { 'X-CLIENT-KEY': null, 'x-client-key': client.clientId } },
    ],
    'accepts-unknown-headers': [withHeader('X-Request-Id', '42')],
    'accepts-content-type-charset': [withHeader('Content-Type', 'application/json; charset=utf-8')],
    'accepts-content-type-case': [withHeader('Content-Type', 'Application/JSON')],
  }),
];

const bodyProbes = [
  ...probes('body', false, {
    'rejects-missing-grant-type': [withBody({})],
    'rejects-empty-grant-type': [withBody({ grantType: '' })],
    'rejects-null-grant-type': [withBody({ grantType: null })],
    'rejects-non-string-grant-type': [1, true, ['client_credentials'], {}].map((grantType) =>
      withBody({ grantType }),
    ),
    'rejects-other-grant-type': [withBody({ grantType: 'password' })],
    'rejects-grant-type-case': [withBody({ grantType: 'CLIENT_CREDENTIALS' })],
    'rejects-malformed-json': [
      withBody('{"grantType":"client_credentials",}'),
      withBody("{'grantType':'client_credentials'}"),
      withBody('{"grantType":"client_credentials"} {}'),
    ],
    'rejects-empty-body': [withBody('')],
    'rejects-duplicate-grant-type': [
      withBody('{"grantType":"client_credentials","grantType":"password"}'),
      withBody('{"grantType":"password","grantType":"client_credentials"}'),
    ],
    'rejects-invalid-utf8': ['ff', 'c0af', 'eda080'].map((hex) => ({
      body: Buffer.concat([
        Buffer.from('{"grantType":"client_credentials","a":"'),
        Buffer.from(hex, 'hex'),
        Buffer.from('"}'),
      ]),
    })),
    'rejects-member-case': [withBody({ GRANTTYPE: 'client_credentials' })],
    'rejects-oauth-member-name': [withBody({ grant_type: 'client_credentials' })],
    'rejects-non-object': [
      withBody([rightBody]),
      withBody('"client_credentials"'),
      withBody('null'),
    ],
    'rejects-form-encoded': [
      {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'grantType=client_credentials',
      },
    ],
  }),
  ...probes('body', true, {
    'accepts-any-rendering': [
      withBody('{ "grantType" : "client_credentials" }'),
      withBody('{"grant\\u0054ype":"client_credentials"}'),
    ],
    'accepts-additional-info': [withBody({ ...rightBody, additionalInfo: { a: [1] } })],
    'accepts-unknown-members': [withBody({ ...rightBody, scope: 'all' })],
  }),
];

async function* inPieces(): AsyncGenerator<Buffer> {
  yield Buffer.from('{"grantType":');
  yield Buffer.from('"client_credentials"}');
}

const httpProbes = [
  ...probes('http', false, {
    'refuses-other-methods': [{ method: 'PUT' }, { method: 'PATCH' }],
    'refuses-other-paths': ['/v1.0/access-token/b2b/x', '/v1.0/access-token', '/'].map((path) => ({
      path,
    })),
    robustness: [
      { timestamp: 'xx', clientId: 'yy', signature: 'zz', body: '\u0000' },
      { timestamp: '~', clientId: '~', signature: '~', headers: { 'X-Any': '~' }, body: '[' },
    ],
  }),
  ...probes('http', true, {
    'accepts-connection-modes': [withHeader('Connection', 'close')],
    'accepts-accept-variants': [withHeader('Accept', 'text/html, application/json;q=0.9')],
    // A new iterable each time it is sent.
    'accepts-chunked-body': [
      {
        get body() {
          return inPieces();
        },
      },
    ],
  }),
];

/** The valid request: with any fault but those of the answer it gets its token. */
export const control: Probe = { id: 'control', granted: true, request: {} };

/** At least one probe for each requirement about what is granted and what is refused. */
export const grantProbes: readonly Probe[] = [
  control,
  ...timestampProbes,
  ...signatureProbes,
  ...forgeryProbes,
  ...headerProbes,
  ...bodyProbes,
  ...httpProbes,
];
