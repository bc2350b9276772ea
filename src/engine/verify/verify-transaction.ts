import type { KeyObject } from 'node:crypto';
import type { Profile, Transaction } from '../../../schemas/resolved.js';
import type { Language } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { bodyHash } from '../../protocol/body-hash.js';
import { delimiterText } from '../../protocol/delimiter.js';
import { type MinifyRule, minify } from '../../protocol/minify.js';
import { type Scheme, schemes } from '../../protocol/scheme.js';
import { decodeSignature } from '../../protocol/signature.js';
import { signedPath } from '../../protocol/signed-path.js';
import { transactionStringToSign } from '../../protocol/transaction-string-to-sign.js';
import type { WritingBudget } from '../mistakes/body/rendering.js';
import {
  longestBody,
  plainTransactionText,
  transactionLayers,
  transactionText,
} from '../mistakes/whole/transaction-text.js';
import { schemesOf } from '../profile/client-scheme.js';
import { profileFor } from '../signing/sign-request.js';
import { explainSignature } from './explain-signature.js';
import { hideSecrets } from './hide-secrets.js';
import { tell } from './tell.js';
import { timestampNotes } from './timestamp-notes.js';
import type { SignatureVerification } from './verification.js';

/** A transaction's signature, and what it should cover. */
export interface TransactionSignature {
  /** Verifies if the profile's scheme is symmetric; otherwise to recognise clients that sign with it. */
  clientSecret?: string;
  /** Those of other clients, one of which may have signed in its place. */
  otherSecrets?: readonly string[];
  /** The first verifies if the profile's scheme is asymmetric; the others may have signed in its place. */
  publicKeys?: readonly KeyObject[];
  /** To recognise clients that sign it, or with it. */
  clientId?: string;
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
  /** Path of the base URL, to recognise clients that sign it twice, or not at all. */
  prefix?: string;
  /** Shipped name, or a path; or one that is loaded. Default `snap-bi`. */
  profile?: string | Profile;
  /** Searches on for rare mistakes and for more of them at once. */
  deep?: boolean;
  /** How many texts are tried at most. Default: as many as take about a second, or half a minute if `deep`. */
  tries?: number;
  /** Epoch milliseconds. Default: the machine's clock. */
  now?: number;
  /** Of what is said of the signature. Default: English. */
  language?: Language;
}

/** How many bytes of other bodies are written: less than a second's work, or some seconds'. */
const writing = { usual: 22_000_000, deep: 400_000_000 };

/**
 * Says whether the signature of a transaction holds and, if not, which known mistakes explain it.
 *
 * Source: ASPI, string-to-sign of transactions.
 *
 * @throws InputProblem for a profile that can't be used.
 */
export function verifyTransaction(given: TransactionSignature): SignatureVerification {
  const { signature, accessToken, clientSecret, publicKeys = [], method, timestamp } = given;
  const { otherSecrets } = given;
  const settings = profileFor(given.profile, 'transaction').services.transaction;
  const { encoding } = settings.signature;
  const scheme = schemeFor(settings, given);
  const { minify: rule } = settings.bodyHash;
  const delimiter = delimiterText(settings.signature.delimiter);
  const body = given.body && Buffer.from(given.body);
  const hide = hideSecrets({ accessToken, clientSecret, otherSecrets });
  const path = signedPath(given.path, settings.pathMode, settings.signedPath);
  const token = scheme.signsToken ? accessToken : undefined;
  const hash = bodyHash(body, rule);
  const parts = {
    method,
    path,
    accessToken: token,
    bodyHash: hash,
    timestamp,
  };
  const right = transactionStringToSign(parts, settings.signature.delimiter);
  const about = {
    stringToSign: hide(right),
    parts: [
      { name: 'method', value: method },
      { name: 'path', value: hide(path) },
      ...(token === undefined ? [] : [{ name: 'access token', value: hide(token) }]),
      { name: 'hash of the body', value: hash },
      { name: 'timestamp', value: timestamp },
    ],
    delimiter,
    ...(body && { body: { ...shownBody(body, rule, hide), sha256: hash } }),
  };
  const bytes = decodeSignature(signature, encoding);
  const keys = { clientSecret, publicKey: publicKeys[0] };
  if (bytes && scheme.verify(keys, right, bytes))
    return {
      holds: true,
      ...about,
      timestamp: timestampNotes(timestamp, settings.timestamp, given.now ?? Date.now()).map(
        (each) => render(each, given.language),
      ),
    };
  const deep = given.deep ?? false;
  const budget: WritingBudget = { bytes: deep ? writing.deep : writing.usual, leftOut: 0 };
  const { clientId, origin, prefix } = given;
  const layers = transactionLayers(
    {
      ...{ method, target: given.path, origin, prefix, accessToken },
      ...{ body, timestamp, clientId, clientSecret },
    },
    { ...settings, delimiter, minify: rule, signsToken: scheme.signsToken },
    deep ? 'deep' : 'usual',
    budget,
  );
  const explained = explainSignature({
    ...{
      signature,
      encoding,
      layers,
      compose: transactionText,
      clientId,
      clientSecret,
      otherSecrets,
      accessToken,
      publicKeys,
      deep,
    },
    keyKind: scheme.keyKind,
    costly: 'body',
    tries: given.tries,
  });
  return {
    holds: false,
    ...about,
    ...tell(explained, {
      language: given.language,
      ...{ signature, encoding, layers, keyKind: scheme.keyKind },
      publicKey: publicKeys[0],
      bodiesLeftOut: budget.leftOut,
    }),
    ...(explained.outcome.explanation && {
      signedText: hide(plainTransactionText(explained.outcome.explanation.values) ?? ''),
    }),
  };
}

/** Of several schemes of a profile the keys say which. */
function schemeFor(
  settings: Transaction,
  { clientSecret, publicKeys = [] }: Pick<TransactionSignature, 'clientSecret' | 'publicKeys'>,
): Scheme {
  const given = { secret: clientSecret !== undefined, rsa: publicKeys.length > 0 };
  const offered = schemesOf(settings).map((name) => schemes[name]);
  return offered.find(({ keyKind }) => given[keyKind]) ?? schemes[settings.scheme];
}

function shownBody(
  body: Buffer,
  rule: MinifyRule,
  hide: (text: string) => string,
): { minified?: string } {
  return body.length > longestBody ? {} : { minified: hide(minify(body, rule).toString('utf8')) };
}
