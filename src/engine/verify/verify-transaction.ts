import type { KeyObject } from 'node:crypto';
import type { Profile } from '../../../schemas/resolved.js';
import { render } from '../../messages/render.js';
import { schemes } from '../../protocol/scheme.js';
import { decodeSignature } from '../../protocol/signature.js';
import { signedPath } from '../../protocol/signed-path.js';
import { shortenIn } from '../evidence/redact.js';
import { schemesOf } from '../profile/client-scheme.js';
import type { Signer } from '../request/signer.js';
import {
  composeTransaction,
  documentedParts,
  type TransactionDraft,
  type TransactionSigning,
} from '../request/transaction-draft.js';
import {
  type WrongTransactionRule,
  wrongTransactionRules,
} from '../request/wrong-transaction-rules.js';
import { profileFor } from '../signing/sign-request.js';
import { describeUnexplained } from './describe-unexplained.js';
import { proveHmac } from './prove-hmac.js';
import { proveRsa } from './prove-rsa.js';
import { signatureReadings } from './signature-readings.js';
import { lostFractions, timestampVariants } from './timestamp-variants.js';
import { type Candidate, explain, type SignatureVerification } from './verification.js';

/** A transaction's signature, and what it should cover. */
export interface TransactionSignature {
  /** The client's secret or its public key, whichever the profile's scheme verifies with. */
  proof: { clientSecret: string } | { publicKey: KeyObject };
  method: string;
  /** Path with the base URL's prefix, and the query, as sent. */
  path: string;
  body?: Uint8Array;
  /** Without `Bearer `. */
  accessToken?: string;
  /** X-TIMESTAMP as sent. */
  timestamp: string;
  /** X-SIGNATURE as sent. */
  signature: string;
  /** Scheme and host of the URL, to recognise clients that sign all of it. */
  origin?: string;
  /** Shipped name, or a path; or one that is loaded. Default `snap-bi`. */
  profile?: string | Profile;
}

/**
 * Says whether the signature of a transaction holds and, if not, which known mistakes explain it.
 *
 * Source: ASPI, string-to-sign of transactions.
 */
export async function verifyTransaction(
  given: TransactionSignature,
): Promise<SignatureVerification> {
  const { proof, signature, accessToken } = given;
  const { transaction: settings } = profileFor(given.profile, 'transaction').services;
  const { encoding } = settings.signature;
  const kind = 'clientSecret' in proof ? 'secret' : 'rsa';
  const name =
    schemesOf(settings).find((each) => schemes[each].keyKind === kind) ?? settings.scheme;
  const scheme = schemes[name];
  const parts = documentedParts({ ...settings, scheme: name });
  const draft = draftOf(given, { ...parts, ...inert });
  const right = await stringOf(draft);
  const stringToSign = accessToken === undefined ? right : shortenIn(right, accessToken);
  const bytes = decodeSignature(signature, encoding);
  if (bytes && scheme.verify(proof, right, bytes)) return { holds: true, stringToSign };
  const prover =
    'clientSecret' in proof ? proveHmac(proof.clientSecret) : proveRsa(proof.publicKey);
  const readings = signatureReadings(signature, encoding);
  const mistakes =
    explain(readings, await textsOf(draft), prover) ??
    explain(readings, await fractionsOf(draft), prover);
  return {
    holds: false,
    stringToSign,
    explanation: mistakes
      ? `signed ${mistakes.join(', ')}`
      : unexplained(readings, given, encoding),
  };
}

/** Makes no signature: only the text that is signed matters here. */
const inert: Pick<TransactionSigning, 'algorithm' | 'sign' | 'encode'> = {
  algorithm: '',
  sign: () => Buffer.alloc(0),
  encode: () => '',
};

function draftOf(
  { method, path, body, accessToken, timestamp, origin = '' }: TransactionSignature,
  signing: TransactionSigning,
): TransactionDraft {
  return {
    ...{ method, path, timestamp, origin, prefix: '', signing },
    contentType: 'application/json',
    body: body && Buffer.from(body),
    chunked: false,
    accessToken,
    customerHeaders: [],
    externalId: '',
    headers: [],
  };
}

async function stringOf(draft: TransactionDraft): Promise<string> {
  return (await composeTransaction(draft)).signed.stringToSign;
}

/** The texts that clients are known to sign: each rule with each timestamp. */
async function textsOf(draft: TransactionDraft): Promise<Candidate<string>[]> {
  const texts: Candidate<string>[] = [];
  for (const { value: made, mistakes } of [
    { value: draft, mistakes: [] as string[] },
    ...textRules(draft),
  ])
    for (const time of timestampVariants(draft.timestamp))
      texts.push({
        value: await stringOf({ ...made, timestamp: time.value }),
        mistakes: [...mistakes, ...time.mistakes],
      });
  return texts;
}

async function fractionsOf(draft: TransactionDraft): Promise<Candidate<string>[]> {
  const candidates = lostFractions(draft.timestamp);
  return Promise.all(
    candidates.map(async ({ value, mistakes }) => ({
      value: await stringOf({ ...draft, timestamp: value }),
      mistakes,
    })),
  );
}

/** The draft under each known rule that changes what is signed. The provers find the other rules. */
function textRules(draft: TransactionDraft): Candidate<TransactionDraft>[] {
  // No rule of this kind uses a key or a secret.
  const nobody = {} as Signer;
  const rules: Record<string, WrongTransactionRule> = wrongTransactionRules;
  return Object.values(rules).flatMap((rule) =>
    draftsFor(rule, draft).flatMap((each) => {
      const changed = rule.signing(each.signing, nobody, each);
      if (changed.sign || changed.encode) return [];
      if (changed.path && rule === wrongTransactionRules['full-url'] && each.origin === '')
        return [];
      const signing = { ...each.signing, ...changed };
      return [{ value: { ...each, signing }, mistakes: [render(rule.says)] }];
    }),
  );
}

/** A path doesn't show where the prefix of the base URL ends, so each of its parts is tried as the last. */
function draftsFor(rule: WrongTransactionRule, draft: TransactionDraft): TransactionDraft[] {
  if (rule !== wrongTransactionRules['path-without-prefix']) return [draft];
  const bare = signedPath(draft.path, 'no-query');
  const slashes = [...bare.matchAll(/\//g)].map(({ index }) => index);
  return slashes
    .filter((index) => index > 0)
    .map((index) => ({
      ...draft,
      prefix: draft.path.slice(0, index),
      path: draft.path.slice(index),
    }));
}

function unexplained(
  readings: readonly Candidate<Buffer>[],
  { proof }: Pick<TransactionSignature, 'proof'>,
  encoding: 'base64' | 'hex',
): string {
  if ('publicKey' in proof) return describeUnexplained(readings, proof.publicKey, encoding);
  const [first] = readings;
  if (!first) return `the signature is not ${encoding === 'base64' ? 'Base64' : 'hex'}`;
  const bytes = first.value.length;
  return bytes === 64
    ? 'an HMAC-SHA512 with another secret, or over a text that no known mistake makes: compare secret, body, token, path and timestamp with what was signed'
    : bytes >= 256
      ? `${bytes} bytes, as an RSA signature has: this scheme signs with HMAC-SHA512 and the client secret`
      : `${bytes} bytes, and an HMAC-SHA512 has 64: it was cut, or made by another algorithm`;
}
