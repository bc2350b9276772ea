import type { KeyObject } from 'node:crypto';
import type { SignatureEncoding } from '../../protocol/signature.js';
import { hmacProofs } from '../mistakes/keys/hmac.js';
import type { HmacKeys } from '../mistakes/keys/hmac-ways.js';
import { type OpenedReading, openReadings, rsaProofs } from '../mistakes/keys/rsa.js';
import type { Option } from '../mistakes/mistake.js';
import type { Layers, Signed } from '../mistakes/search/layer.js';
import { type Outcome, type Prove, search } from '../mistakes/search/search.js';
import { type Reading, readingsOf } from '../mistakes/signature/readings.js';

/** A signature, and all that may have made it. */
export interface Given<V> {
  signature: string;
  encoding: SignatureEncoding;
  /** Which kind of key the scheme signs with. */
  keyKind: 'secret' | 'rsa';
  /** The first is the one that is to verify. */
  publicKeys: readonly KeyObject[];
  clientId?: string | undefined;
  clientSecret?: string | undefined;
  /** Those of other clients, one of which may have signed in its place. */
  otherSecrets?: readonly string[] | undefined;
  accessToken?: string | undefined;
  layers: Layers<V>;
  compose(values: V): Signed | undefined;
  /** The layer whose values take long to make. */
  costly?: keyof V;
  deep: boolean;
  tries?: number | undefined;
}

/** What a search found, and what it saw of the signature. */
export interface Explained<V> {
  outcome: Outcome<V>;
  readings: readonly Reading[];
  opened: readonly OpenedReading[];
  proofs: number;
}

/** How many texts are tried: about a second's work, or half a minute's. An HMAC takes thrice as long as a digest. */
const budgets = {
  secret: { usual: 280_000, deep: 6_000_000 },
  rsa: { usual: 600_000, deep: 15_000_000 },
};

/** How many bytes HMACs and digests have. */
const digestLengths = [64, 32, 20, 48, 28, 16];

/** Searches for the mistakes that explain a signature. */
export function explainSignature<V extends object>(given: Given<V>): Explained<V> {
  const { publicKeys, keyKind, deep } = given;
  const lengths = new Set([
    ...digestLengths,
    ...publicKeys.map((key) => Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8)),
  ]);
  const readings = readingsOf(given.signature, given.encoding, lengths);
  const opened = openReadings(readings, publicKeys);
  const keys: HmacKeys = {
    clientSecret: given.clientSecret,
    otherSecrets: given.otherSecrets,
    clientId: given.clientId,
    accessToken: given.accessToken,
    publicKeys: publicKeys.map((key) => key.export({ type: 'spki', format: 'pem' }) as string),
  };
  const proofs: Option<Prove>[] = [
    ...rsaProofs(opened, keyKind === 'rsa'),
    ...hmacProofs(readings, keys, keyKind === 'secret'),
  ];
  const outcome = search({
    layers: given.layers,
    compose: given.compose,
    proofs,
    ...(given.costly !== undefined && { costly: given.costly }),
    budget: given.tries ?? budgets[keyKind][deep ? 'deep' : 'usual'],
    most: deep ? 4 : 3,
  });
  return { outcome, readings, opened, proofs: proofs.length };
}
