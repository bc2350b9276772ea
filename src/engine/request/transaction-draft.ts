import type { Transaction } from '../../../schemas/resolved.js';
import type { Text } from '../../messages/message.js';
import { bodyHash } from '../../protocol/body-hash.js';
import { delimiterText } from '../../protocol/delimiter.js';
import { schemes } from '../../protocol/scheme.js';
import { encodeSignature } from '../../protocol/signature.js';
import { type PathMode, signedPath } from '../../protocol/signed-path.js';
import {
  type TransactionParts,
  transactionStringToSign,
} from '../../protocol/transaction-string-to-sign.js';
import type { WireHeaders, WireRequest } from '../http/wire.js';
import { type Draft, layOut } from './draft.js';
import type { Signer } from './signer.js';

/** How a transaction's X-SIGNATURE is made. A mutation can replace each step; the others stay right. */
export interface TransactionSigning {
  /** In words, for the report: `HMAC-SHA512, Base64`. */
  algorithm: Text;
  /** What the document has between the parts of the text. */
  delimiter: string;
  /** The hash of the body as it is signed. */
  hash(body: Buffer | undefined): string;
  /**
   * The path as it is signed; `target` is the path with the base URL's prefix, and the query, as sent. The query goes
   * by the document's rule unless another one is given.
   */
  path(target: string, mode?: PathMode): string;
  /** The token as it is signed; undefined if the scheme doesn't sign it. */
  token(accessToken: string | undefined): string | undefined;
  stringToSign(parts: TransactionParts): string;
  sign(stringToSign: string | Buffer): Buffer | Promise<Buffer>;
  encode(signature: Buffer): string;
}

/** A transaction before it is signed. */
export interface TransactionDraft extends Draft {
  /** Scheme and host of the base URL: `https://sandbox.example`. It isn't signed. */
  origin: string;
  /** Path of the base URL: `/prefix`, or empty. It is signed with the rest. */
  prefix: string;
  /** Sent as `Authorization: Bearer …`; undefined if the scheme has no token. */
  accessToken: string | undefined;
  /** Authorization-Customer and what goes with it, if the call is made for a customer. */
  customerHeaders: WireHeaders;
  /** The value of X-EXTERNAL-ID: a new one for each request. */
  externalId: string;
  /** The headers of the config, in their order. */
  headers: WireHeaders;
  signing: TransactionSigning;
}

/** The documented signing of a client, by the scheme of the profile. */
export function transactionSigning(
  settings: Transaction,
  signer: Pick<Signer, 'signBy'>,
): TransactionSigning {
  const scheme = schemes[settings.scheme];
  const { encoding } = settings.signature;
  return {
    ...documentedParts(settings),
    algorithm: `${scheme.algorithm}, ${encoding === 'base64' ? 'Base64' : 'hex'}`,
    sign: (stringToSign) => signer.signBy(scheme, stringToSign),
    encode: (signature) => encodeSignature(signature, encoding),
  };
}

/** The documented steps of signing that don't depend on keys. */
export function documentedParts(
  settings: Transaction,
): Pick<TransactionSigning, 'delimiter' | 'hash' | 'path' | 'token' | 'stringToSign'> {
  const { bodyHash: hash, pathMode, signature, signedPath: change, scheme } = settings;
  const { signsToken } = schemes[scheme];
  return {
    delimiter: delimiterText(signature.delimiter),
    hash: (body) => bodyHash(body, hash.minify),
    path: (target, mode = pathMode) => signedPath(target, mode, change),
    token: (accessToken) => (signsToken ? accessToken : undefined),
    stringToSign: (parts) => transactionStringToSign(parts, signature.delimiter),
  };
}

/** Signs a transaction and puts it together as it goes over the wire. */
export async function composeTransaction(draft: TransactionDraft): Promise<WireRequest> {
  const { signing, method, timestamp, accessToken, body } = draft;
  const token = signing.token(accessToken);
  const stringToSign = signing.stringToSign({
    method,
    path: signing.path(`${draft.prefix}${draft.path}`),
    ...(token !== undefined && { accessToken: token }),
    bodyHash: signing.hash(body),
    timestamp,
  });
  const signature = signing.encode(await signing.sign(stringToSign));
  const request = layOut(draft, { stringToSign, algorithm: signing.algorithm }, [
    ...(body === undefined ? [] : ([['Content-Type', draft.contentType]] as WireHeaders)),
    ...(accessToken === undefined
      ? []
      : ([['Authorization', `Bearer ${accessToken}`]] as WireHeaders)),
    ...draft.customerHeaders,
    ['X-TIMESTAMP', timestamp],
    ['X-SIGNATURE', signature],
    ['X-EXTERNAL-ID', draft.externalId],
    ...draft.headers,
  ]);
  // A retry might carry the transaction out a second time.
  return { ...request, notRepeatable: true };
}
