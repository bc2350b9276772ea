import type { KeyObject } from 'node:crypto';
import type { WireHeaders, WireRequest } from '../http/wire.js';

/** What every request has before it is signed. */
export interface Draft {
  method: string;
  path: string;
  /** The value of X-TIMESTAMP. */
  timestamp: string;
  /** The value of Content-Type. */
  contentType: string;
  body: Buffer | undefined;
  chunked: boolean;
  /** Last changes to the composed headers: left out, doubled, in other letter case. */
  editHeaders?: (headers: WireHeaders) => WireHeaders;
}

/** How X-SIGNATURE is made. Each step can be replaced by a mutation; the others stay right. */
export interface Signing {
  /** In words, for the report: `SHA256withRSA, Base64`. */
  algorithm: string;
  /** Builds what is signed from the client id and the timestamp as they are sent. */
  stringToSign(clientId: string, timestamp: string): string;
  /** Signs it. */
  sign(stringToSign: string): Buffer | Promise<Buffer>;
  /** Writes the signature's bytes as header text. */
  encode(signature: Buffer): string;
}

/**
 * A token request before it is signed. A mutation makes a new draft from it; composing signs last, so
 * that a probe whose mutation isn't about the signature is correctly signed.
 */
export interface TokenDraft extends Draft {
  /** The value of X-CLIENT-KEY. */
  clientId: string;
  /** The key that signs. */
  key: KeyObject;
  signing: Signing;
}

/**
 * One named difference from the control.
 *
 * `field` says where it stands: `header X-TIMESTAMP`, `body`, `body /grantType`, `method`, `path`.
 */
export interface Mutation<D extends Draft = TokenDraft> {
  name: string;
  field: string;
  apply(draft: D): D;
}

/** Signs a draft and lays it out as it goes over the wire. */
export async function compose(draft: TokenDraft): Promise<WireRequest> {
  const { signing } = draft;
  const stringToSign = signing.stringToSign(draft.clientId, draft.timestamp);
  const signature = signing.encode(await signing.sign(stringToSign));
  return layOut(draft, { stringToSign, algorithm: signing.algorithm }, [
    ['Content-Type', draft.contentType],
    ['X-TIMESTAMP', draft.timestamp],
    ['X-CLIENT-KEY', draft.clientId],
    ['X-SIGNATURE', signature],
  ]);
}

/** A draft with its headers as it goes over the wire. */
export function layOut(
  draft: Draft,
  signed: WireRequest['signed'],
  headers: WireHeaders,
): WireRequest {
  return {
    method: draft.method,
    path: draft.path,
    headers: draft.editHeaders ? draft.editHeaders(headers) : headers,
    body: draft.body,
    chunked: draft.chunked,
    signed,
  };
}
