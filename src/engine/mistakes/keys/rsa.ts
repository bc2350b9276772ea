import { createHash, type KeyObject } from 'node:crypto';
import type { Mistake, Option } from '../mistake.js';
import { inOrder } from '../search/axes.js';
import type { Signed } from '../search/layer.js';
import type { Prove } from '../search/search.js';
import type { Reading } from '../signature/readings.js';
import { type Opened, openRsa } from './open-rsa.js';

/** A reading of a signature, opened with one of the keys. */
export interface OpenedReading {
  reading: Reading;
  opened: Opened;
  /** The first key is the client's. */
  key: number;
}

/** Opens each reading with each key, once. */
export function openReadings(
  readings: readonly Reading[],
  keys: readonly KeyObject[],
): OpenedReading[] {
  return keys.flatMap((key, index) => {
    const bytes = Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
    return readings.flatMap((reading) => {
      if (reading.bytes.length !== bytes) return [];
      return openRsa(key, reading.bytes).map((opened) => ({ reading, opened, key: index }));
    });
  });
}

/** The names of the algorithms as signatures have them. */
export const algorithmOf = (opened: Opened): string => {
  if (opened.form === 'bare') return 'RSA';
  const hash = opened.hash.toUpperCase();
  return opened.form === 'pss' ? `RSASSA-PSS, ${hash.replace('SHA', 'SHA-')}` : `${hash}withRSA`;
};

/**
 * The ways in which senders use RSA, of which only those are left that the opened signatures show.
 *
 * @param right whether SHA256withRSA is what the scheme wants
 */
export function rsaProofs(opened: readonly OpenedReading[], right: boolean): Option<Prove>[] {
  return inOrder(
    opened.flatMap(({ reading, opened: inside, key }) => {
      const used: Mistake[] = [
        ...(right ? [] : [{ id: 'scheme/rsa' as const }]),
        ...(key > 0
          ? [{ id: 'secret/another-key-of-set' as const, with: { number: key + 1 } }]
          : []),
      ];
      return proofsOf(inside).map(({ mistakes, value }) => ({
        mistakes: [...used, ...mistakes],
        value: (text: Signed) => (value(text) ? reading.mistakes : undefined),
      }));
    }),
  );
}

const digestOf = (hash: string, text: Signed) => createHash(hash).update(text).digest();

function proofsOf(opened: Opened): Option<(text: Signed) => boolean>[] {
  switch (opened.form) {
    case 'digest-info': {
      const { hash, digest, withoutNull } = opened;
      const mistakes: Mistake[] =
        hash === 'sha256'
          ? withoutNull
            ? [{ id: 'hash/no-null-parameter' }]
            : []
          : [{ id: 'hash/rsa-algorithm', with: { algorithm: algorithmOf(opened) } }];
      return [{ mistakes, value: (text) => digestOf(hash, text).equals(digest) }];
    }
    case 'pss': {
      const { hash, salt, seed } = opened;
      const mistakes: Mistake[] = [{ id: 'hash/pss', with: { algorithm: algorithmOf(opened) } }];
      const before = Buffer.alloc(8);
      return [
        {
          mistakes,
          value: (text) =>
            digestOf(hash, Buffer.concat([before, digestOf(hash, text), salt])).equals(seed),
        },
      ];
    }
    case 'bare':
      return provesBare(opened.content, opened.padding);
  }
}

/** The sender "encrypted" a digest, or the text itself, with the private key, and named no algorithm. */
function provesBare(content: Buffer, padding: 1 | 2 | 'none'): Option<(text: Signed) => boolean>[] {
  const unpadded: Mistake[] =
    padding === 'none'
      ? [{ id: 'hash/no-padding' }]
      : padding === 2
        ? [{ id: 'hash/encryption-padding' }]
        : [];
  const text = content.toString('latin1');
  const hashes = ['sha256', 'sha1', 'sha512', 'md5', 'sha384'];
  return [
    ...hashes.flatMap((hash): Option<(text: Signed) => boolean>[] => {
      const size = digestOf(hash, '').length;
      const other: Mistake[] =
        hash === 'sha256'
          ? []
          : [{ id: 'hash/rsa-algorithm', with: { algorithm: hash.toUpperCase() } }];
      const mistakes = [...unpadded, { id: 'hash/no-digest-info' as const }, ...other];
      if (content.length === size)
        return [{ mistakes, value: (signed) => digestOf(hash, signed).equals(content) }];
      if (text.length === size * 2 && /^[0-9a-f]+$/i.test(text))
        return [
          {
            mistakes,
            value: (signed) => digestOf(hash, signed).toString('hex') === text.toLowerCase(),
          },
        ];
      if (/^[\w+/]+=*$/.test(text) && text.length === Math.ceil(size / 3) * 4)
        return [
          { mistakes, value: (signed) => digestOf(hash, signed).toString('base64') === text },
        ];
      return [];
    }),
    {
      mistakes: [...unpadded, { id: 'hash/text-not-hashed' }],
      value: (signed) => content.equals(Buffer.from(signed)),
    },
  ];
}
