import { constants, createHash, type KeyObject, privateEncrypt, sign } from 'node:crypto';
import type { Mistake, Option } from '../mistake.js';
import type { Signed } from '../search/layer.js';

/** Makes the bytes of a signature; undefined for a text that is too long for it. */
export type Make = (signed: Signed) => Buffer | undefined;

const bytesOf = (signed: Signed) => Buffer.from(signed);

const withHash =
  (key: KeyObject, hash: string): Make =>
  (signed) =>
    sign(hash, bytesOf(signed), key);

const pss =
  (key: KeyObject, hash: string, saltLength: number): Make =>
  (signed) =>
    sign(hash, bytesOf(signed), { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

/** What "encrypting with the private key" makes. */
const bare =
  (key: KeyObject, content: (signed: Signed) => Buffer, padded = true): Make =>
  (signed) => {
    const size = Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
    const inside = content(signed);
    // PKCS #1 takes eleven bytes at least (RFC 8017, section 7.2.1).
    if (inside.length > size - (padded ? 11 : 1)) return undefined;
    return padded
      ? privateEncrypt(key, inside)
      : privateEncrypt(
          { key, padding: constants.RSA_NO_PADDING },
          Buffer.concat([Buffer.alloc(size - inside.length), inside]),
        );
  };

const digest = (signed: Signed) => createHash('sha256').update(signed).digest();

/**
 * The ways in which senders use an RSA key.
 *
 * @param right whether SHA256withRSA is what the scheme wants
 */
export function rsaWays(key: KeyObject, right: boolean): Option<Make>[] {
  const hashes = ['sha1', 'sha512', 'sha384', 'md5', 'sha224'];
  const named = (id: 'hash/rsa-algorithm' | 'hash/pss', algorithm: string): Mistake[] => [
    { id, with: { algorithm } },
  ];
  const ways: Option<Make>[] = [
    ...(right ? [] : [{ mistakes: [], value: withHash(key, 'sha256') }]),
    ...hashes.map((hash) => ({
      mistakes: named('hash/rsa-algorithm', `${hash.toUpperCase()}withRSA`),
      value: withHash(key, hash),
    })),
    {
      mistakes: named('hash/pss', 'RSASSA-PSS, SHA-256'),
      value: pss(key, 'sha256', constants.RSA_PSS_SALTLEN_DIGEST),
    },
    {
      mistakes: named('hash/pss', 'RSASSA-PSS, SHA-512'),
      value: pss(key, 'sha512', constants.RSA_PSS_SALTLEN_DIGEST),
    },
    { mistakes: [{ id: 'hash/no-digest-info' }], value: bare(key, digest) },
    {
      mistakes: [{ id: 'hash/no-digest-info' }],
      value: bare(key, (signed) => Buffer.from(digest(signed).toString('hex'))),
    },
    { mistakes: [{ id: 'hash/text-not-hashed' }], value: bare(key, bytesOf) },
    { mistakes: [{ id: 'hash/no-padding' }], value: bare(key, digest, false) },
  ];
  return right
    ? ways
    : ways.map(({ mistakes, value }) => ({ mistakes: [{ id: 'scheme/rsa' }, ...mistakes], value }));
}
