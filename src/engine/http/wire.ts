import type { Exchange } from '../../../schemas/generated/result.js';
import type { Message, Text } from '../../messages/message.js';

/** Header names and values, in the order and letter case of the wire. */
export type WireHeaders = [name: string, value: string][];

/** A request as it goes over the wire, and what its signature was made over. */
export interface WireRequest {
  method: string;
  /** Path and query, the base URL's prefix not included. */
  path: string;
  headers: WireHeaders;
  body: Buffer | undefined;
  /** Sent in chunks, without Content-Length. */
  chunked: boolean;
  /** So many bytes of the body are sent first, and the others once the target has surely read those. */
  splitAt?: number;
  /** It has a form that HTTP/2 has not, as the letter case of names. */
  http1?: true;
  signed: { stringToSign: string; algorithm: Text };
  /** It may have effects: it is sent again only if the target surely didn't carry it out. */
  notRepeatable?: true;
}

/** A response as it came, its content coding undone. */
export interface WireResponse {
  status: number;
  headers: WireHeaders;
  body: Buffer;
  /** It came over HTTP/2. */
  http2?: true;
  /** The content coding that it claims and that could not be undone: the body is then as it came. */
  undecoded?: string;
}

/** Kinds of reasons why there is no response to judge. */
export type NoAnswerKind = NonNullable<Exchange['noAnswer']>['kind'];

/** The reason why there is no response to judge. */
export interface NoAnswer {
  kind: NoAnswerKind;
  message: Message;
}

/** What came of a request: a response, or the reason why there is none. */
export interface Sent {
  request: WireRequest;
  url: string;
  response?: WireResponse;
  noAnswer?: NoAnswer;
  /** When the last attempt began, epoch milliseconds. */
  startedAt: number;
  /** From the start of the last attempt to the last byte. */
  durationMs: number;
  attempts: number;
  /** The answers 429 that its attempts got, however it ended. */
  throttled?: readonly WireResponse[];
}

/** Names and values that stand in turn in one list, as an HTTP parser gives them, in pairs. */
export function headerPairs(raw: readonly string[]): WireHeaders {
  const headers: WireHeaders = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    headers.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return headers;
}

/** The first value of a header, whatever its letter case; undefined if it is absent. */
export function headerOf(headers: WireHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The headers as an object, names in lower case; of a doubled one the first value. */
export function lowerCased(headers: WireHeaders): Record<string, string> {
  return Object.fromEntries(
    headers.map(([name, value]) => [name.toLowerCase(), value] as const).toReversed(),
  );
}
