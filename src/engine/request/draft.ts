import type { KeyObject } from 'node:crypto';
import type { Text } from '../../messages/message.js';
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
  /** So many bytes of the body are sent first, and the others once the target has surely read those. */
  splitAt?: number;
  /** It differs from the control in what HTTP/2 has no form for: it goes over HTTP/1.1. */
  http1?: true;
  /** Changes the composed headers last: leaves some out, doubles them, changes their letter case. */
  editHeaders?: (headers: WireHeaders) => WireHeaders;
}

/** How X-SIGNATURE is made. A mutation can replace each step; the others stay right. */
export interface Signing {
  /** In words, for the report: `SHA256withRSA, Base64`. */
  algorithm: Text;
  /** What the document has between the parts of that text. */
  delimiter: string;
  /** Makes the text to sign from the client id and the timestamp as they are sent. */
  stringToSign(clientId: string, timestamp: string): string;
  /** Signs that text. */
  sign(stringToSign: string | Buffer): Buffer | Promise<Buffer>;
  /** Writes the signature's bytes as header text. */
  encode(signature: Buffer): string;
}

/**
 * A token request before it is signed. A mutation makes a new draft from it. Composing signs the draft
 * last, so a probe is correctly signed unless its mutation is about the signature.
 */
export interface TokenDraft extends Draft {
  /** The value of X-CLIENT-KEY. */
  clientId: string;
  /** The key that signs. */
  key: KeyObject;
  /** Those that the document names besides the four of every token request. */
  headers: WireHeaders;
  signing: Signing;
}

/**
 * One named difference from the control. A suite of the user's own may name it by a plain text.
 *
 * `field` says where it is: `header X-TIMESTAMP`, `body`, `body /grantType`, `method`, `path`.
 */
export interface Mutation<D extends Draft = TokenDraft> {
  name: Text;
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
    ...draft.headers,
  ]);
}

/** Puts a draft and its headers together as they go over the wire. */
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
    ...(draft.splitAt !== undefined && { splitAt: draft.splitAt }),
    ...(draft.http1 && { http1: true as const }),
    signed,
  };
}
