import fc from 'fast-check';
import { asn1 } from './der.js';

const tags = { sequence: 0x30, oid: 0x06, null: 0x05, octets: 0x04 };
const sha256Oid = '608648016503040201';

/** Contents of the object identifiers of other digests; two of them have 32 bytes as SHA-256 has. */
const otherOids = {
  MD5: '2a864886f70d0205',
  'SHA-1': '2b0e03021a',
  'SHA-224': '608648016503040204',
  'SHA-384': '608648016503040202',
  'SHA-512': '608648016503040203',
  'SHA-512/256': '608648016503040206',
  'SHA3-256': '608648016503040208',
  nothing: '2a0304',
} as const;

const parts = ['digestInfo', 'algorithm', 'oid', 'parameters', 'digest'] as const;

/**
 * One way in which the DigestInfo under a signature isn't the one that RFC 8017 section 9.2 prescribes,
 * though the right SHA-256 digest is in it.
 */
export type DigestInfoForgery =
  /** The digest without any structure, or without its AlgorithmIdentifier. */
  | { missing: 'everything but the digest' | 'the algorithm' }
  /** The object identifier of another digest. */
  | { names: keyof typeof otherOids }
  /** The length of one part in the long form, which DER forbids. */
  | { longLengthOf: (typeof parts)[number]; lengthBytes: number }
  /** Bytes in place of the NULL parameters. */
  | { parameters: number[] }
  /** The digest before its algorithm, or in the parameters with zeros in its own place. */
  | { digestIn: 'first place' | 'the parameters' };

/** Forged structures around the right digest. None of them is the form without NULL, which has a name of its own. */
export const digestInfoForgery: fc.Arbitrary<DigestInfoForgery> = fc.oneof(
  fc.record({
    missing: fc.constantFrom('everything but the digest' as const, 'the algorithm' as const),
  }),
  fc.record({ names: fc.constantFrom(...(Object.keys(otherOids) as (keyof typeof otherOids)[])) }),
  fc.record({
    longLengthOf: fc.constantFrom(...parts),
    lengthBytes: fc.integer({ min: 1, max: 4 }),
  }),
  // Few enough that a modulus of 1024 bits holds them.
  fc.record({
    parameters: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 }),
  }),
  fc.record({ digestIn: fc.constantFrom('first place' as const, 'the parameters' as const) }),
);

/** The digest alone first: a verifier that compares no more than that takes all of them. */
export const digestInfoForgeryExamples: readonly DigestInfoForgery[] = [
  { missing: 'everything but the digest' },
  { parameters: [0, 0, 0, 0] },
  { names: 'SHA-512/256' },
  { missing: 'the algorithm' },
  { longLengthOf: 'digestInfo', lengthBytes: 1 },
  { longLengthOf: 'digest', lengthBytes: 1 },
  { digestIn: 'the parameters' },
  { digestIn: 'first place' },
];

/** The DigestInfo of a SHA-256 digest in DER, right or forged in one way. */
export function digestInfo(digest: Buffer, forgery?: DigestInfoForgery): Buffer {
  if (!forgery) return structure(digest);
  if ('missing' in forgery) {
    return forgery.missing === 'the algorithm'
      ? asn1(tags.sequence, asn1(tags.octets, digest))
      : digest;
  }
  if ('names' in forgery) return structure(digest, { oid: otherOids[forgery.names] });
  if ('longLengthOf' in forgery) {
    return structure(digest, { lengths: { [forgery.longLengthOf]: forgery.lengthBytes } });
  }
  if ('parameters' in forgery) {
    return structure(digest, { parameters: asn1(tags.octets, Buffer.from(forgery.parameters)) });
  }
  return forgery.digestIn === 'first place'
    ? asn1(tags.sequence, Buffer.concat([asn1(tags.octets, digest), algorithm({})]))
    : structure(Buffer.alloc(digest.length), { parameters: asn1(tags.octets, digest) });
}

/** The DigestInfo without the NULL, as some old implementations wrote it. */
export function digestInfoWithoutNull(digest: Buffer): Buffer {
  return structure(digest, { parameters: Buffer.alloc(0) });
}

/** The DigestInfo with bytes behind the digest, inside the outermost SEQUENCE. */
export function digestInfoFollowedBy(digest: Buffer, garbage: Buffer): Buffer {
  const content = Buffer.concat([algorithm({}), asn1(tags.octets, digest), garbage]);
  return asn1(tags.sequence, content, 2);
}

interface Structure {
  oid?: string;
  parameters?: Buffer;
  lengths?: Partial<Record<(typeof parts)[number], number>>;
}

function algorithm({ oid = sha256Oid, parameters, lengths = {} }: Structure): Buffer {
  const content = Buffer.concat([
    asn1(tags.oid, Buffer.from(oid, 'hex'), lengths.oid),
    parameters ?? asn1(tags.null, Buffer.alloc(0), lengths.parameters),
  ]);
  return asn1(tags.sequence, content, lengths.algorithm);
}

function structure(digest: Buffer, changes: Structure = {}): Buffer {
  const { lengths = {} } = changes;
  const content = Buffer.concat([algorithm(changes), asn1(tags.octets, digest, lengths.digest)]);
  return asn1(tags.sequence, content, lengths.digestInfo);
}
