import { createHash, createHmac } from 'node:crypto';
import type { MistakeId } from '../catalogue/catalogue.js';
import type { Mistake, Option } from '../mistake.js';
import { percentDecoded, rfc3986 } from '../percent.js';
import type { Signed } from '../search/layer.js';

/** What senders use as the key of an HMAC. */
export interface HmacKeys {
  clientSecret?: string | undefined;
  /** Those of other clients. */
  otherSecrets?: readonly string[] | undefined;
  clientId?: string | undefined;
  accessToken?: string | undefined;
  /** PEM texts of the public key. */
  publicKeys: readonly string[];
}

const digests: readonly (readonly [name: string, bytes: number])[] = [
  ['sha512', 64],
  ['sha256', 32],
  ['sha1', 20],
  ['sha384', 48],
  ['sha224', 28],
  ['md5', 16],
  ['sha3-512', 64],
  ['sha3-256', 32],
  ['sha512-256', 32],
];

/** Met far less often than the others of their length. */
const uncommon: ReadonlySet<string> = new Set(['sha224', 'sha3-512', 'sha3-256', 'sha512-256']);

type Key = readonly [MistakeId | undefined, string | Buffer, parameters?: Mistake['with']];

function secretKeys(secret: string, clientId: string | undefined): Key[] {
  const bytes = Buffer.from(secret);
  const hash = (algorithm: string) => createHash(algorithm).update(secret).digest();
  return [
    ['secret/line-end', `${secret}\n`],
    ['secret/line-end', `${secret}\r\n`],
    ['secret/line-end', `${secret}\r`],
    ['secret/white-space', `${secret} `],
    ['secret/white-space', ` ${secret}`],
    ['secret/white-space', `${secret}\t`],
    ['secret/trimmed', secret.trim()],
    ['secret/quoted', `"${secret}"`],
    ['secret/quoted', `'${secret}'`],
    ['secret/unquoted', secret.trim().replace(/^["']|["']$/g, '')],
    ['secret/base64-decoded', Buffer.from(secret, 'base64')],
    ['secret/base64-decoded', Buffer.from(secret, 'base64').toString('utf8')],
    ...(/^(?:[0-9a-f]{2})+$/i.test(secret)
      ? [['secret/hex-decoded', Buffer.from(secret, 'hex')] as Key]
      : []),
    ['secret/base64-encoded', bytes.toString('base64')],
    ['secret/hex-encoded', bytes.toString('hex')],
    ['secret/hex-encoded', bytes.toString('hex').toUpperCase()],
    ['secret/letter-case', secret.toLowerCase()],
    ['secret/letter-case', secret.toUpperCase()],
    ['secret/percent-encoded', encodeURIComponent(secret)],
    ['secret/percent-encoded', rfc3986(secret)],
    ['secret/percent-encoded', secret.replaceAll('+', ' ')],
    ['secret/percent-decoded', percentDecoded(secret) ?? secret],
    ['secret/hashed', hash('sha256').toString('hex')],
    ['secret/hashed', hash('sha256')],
    ['secret/hashed', hash('sha512').toString('hex')],
    ['secret/hashed', hash('md5').toString('hex')],
    ['secret/hashed', hash('sha1').toString('hex')],
    ['secret/utf-16', Buffer.from(secret, 'utf16le')],
    ['secret/byte-order-mark', `\ufeff${secret}`],
    ['secret/byte-order-mark', secret.replace(/^\ufeff/, '')],
    ['secret/with-ampersand', `${secret}&`],
    ['secret/python-bytes', `b'${secret}'`],
    ['secret/first-part', secret.slice(0, 16)],
    ['secret/first-part', secret.slice(0, 32)],
    ['secret/first-part', secret.slice(0, -1)],
    ['secret/first-part', secret.slice(1)],
    ['secret/without-hyphens', secret.replaceAll('-', '')],
    ...(clientId === undefined
      ? []
      : ([
          ['secret/with-client-id', `${clientId}:${secret}`],
          ['secret/with-client-id', `${clientId}${secret}`],
          ['secret/with-client-id', `${secret}${clientId}`],
          ['secret/with-client-id', Buffer.from(`${clientId}:${secret}`).toString('base64')],
        ] as Key[])),
  ];
}

function otherKeys({ clientId, accessToken, publicKeys, otherSecrets = [] }: HmacKeys): Key[] {
  const keys: Key[] = [
    ...otherSecrets.map(
      // The client's own is the first.
      (secret, index): Key => ['secret/another-secret-of-set', secret, { number: index + 2 }],
    ),
    ['secret/empty', ''],
    ['secret/undefined', 'undefined'],
    ['secret/undefined', 'null'],
    ['secret/undefined', 'None'],
  ];
  for (const id of [
    'SNAP_CLIENT_SECRET',
    'CLIENT_SECRET',
    'client_secret',
    'clientSecret',
    'secret',
  ])
    keys.push(
      ['secret/placeholder', id],
      ['secret/placeholder', `\${${id}}`],
      ['secret/placeholder', `{{${id}}}`],
    );
  if (clientId !== undefined) keys.push(['secret/client-id', clientId]);
  if (accessToken !== undefined)
    keys.push(
      ['secret/access-token', accessToken],
      ['secret/access-token', `Bearer ${accessToken}`],
    );
  for (const pem of publicKeys) {
    const body = pem.replace(/-----[^-]+-----/g, '').trim();
    keys.push(
      ['secret/public-key', pem],
      ['secret/public-key', pem.trim()],
      ['secret/public-key', body],
      ['secret/public-key', body.replace(/\s+/g, '')],
      ['secret/public-key', Buffer.from(body, 'base64')],
      ['secret/public-key', pem.trim().replaceAll('\n', '\r\n')],
    );
  }
  return keys;
}

/** One way to make an HMAC, or a digest in its place. */
export interface HmacWay {
  /** Bytes of what it makes. */
  length: number;
  make(signed: Signed): Buffer | undefined;
}

/**
 * The ways in which senders make an HMAC.
 *
 * @param right whether HMAC-SHA512 with the client secret is what the scheme wants
 */
export function hmacWays(keys: HmacKeys, right: boolean): Option<HmacWay>[] {
  const { clientSecret, clientId } = keys;
  const used: Mistake[] = right ? [] : [{ id: 'scheme/hmac' }];
  const known: Key[] = [
    ...(clientSecret === undefined
      ? []
      : [[undefined, clientSecret] as Key, ...secretKeys(clientSecret, clientId)]),
    ...otherKeys(keys),
  ];
  return digests.flatMap(([algorithm, length]) => {
    const other: Mistake[] =
      algorithm === 'sha512'
        ? []
        : [
            {
              id: uncommon.has(algorithm) ? 'hash/uncommon-hmac' : 'hash/other-hmac',
              with: { algorithm: `HMAC-${name(algorithm)}` },
            },
          ];
    const seen = new Set<string>();
    const ways: Option<HmacWay>[] = [];
    for (const [id, key, parameters] of known) {
      const text = Buffer.from(key).toString('latin1');
      if (seen.has(text)) continue;
      seen.add(text);
      ways.push({
        mistakes: [
          ...used,
          ...other,
          ...(id === undefined ? [] : [{ id, ...(parameters && { with: parameters }) }]),
        ],
        value: { length, make: (signed) => createHmac(algorithm, key).update(signed).digest() },
      });
    }
    for (const [id, make] of plainDigests(clientSecret))
      ways.push({
        mistakes: [...used, ...other, { id }],
        value: {
          length,
          make: (signed) =>
            make(signed, (data) => createHash(algorithm).update(data).digest(), algorithm),
        },
      });
    return ways;
  });
}

type MakeDigest = (
  signed: Signed,
  hash: (data: Signed) => Buffer,
  algorithm: string,
) => Buffer | undefined;

/** Without an HMAC: a plain digest, of the text alone or with the secret put to it. */
function plainDigests(secret: string | undefined): [MistakeId, MakeDigest][] {
  const plain: [MistakeId, MakeDigest] = ['hash/no-key', (signed, hash) => hash(signed)];
  if (secret === undefined) return [plain];
  const around =
    (before: string, after: string): MakeDigest =>
    (signed, hash) =>
      hash(Buffer.concat([Buffer.from(before), Buffer.from(signed), Buffer.from(after)]));
  return [
    plain,
    ['hash/digest-with-secret', around('', secret)],
    ['hash/digest-with-secret', around(secret, '')],
    ...[':', '|'].flatMap((between): [MistakeId, MakeDigest][] => [
      ['hash/digest-with-secret', around('', between + secret)],
      ['hash/digest-with-secret', around(secret + between, '')],
    ]),
    [
      'secret/arguments-swapped',
      (signed, _, algorithm) => createHmac(algorithm, signed).update(secret).digest(),
    ],
    [
      'hash/hmac-twice',
      (signed, _, algorithm) =>
        createHmac(algorithm, secret)
          .update(createHmac(algorithm, secret).update(signed).digest('hex'))
          .digest(),
    ],
  ];
}

const name = (algorithm: string) =>
  algorithm
    .toUpperCase()
    .replace(/^(SHA3|SHA512)-/, '$1/')
    .replace('SHA3/', 'SHA3-');
