import { type Delimiter, delimiterText } from './delimiter.js';

/** What a transaction's signature covers, each part as it goes over the wire. */
export interface TransactionParts {
  /** `POST` */
  method: string;
  /** The relative path, by the profile's path mode. */
  path: string;
  /** The access token without `Bearer `; absent if the scheme doesn't sign it. */
  accessToken?: string | undefined;
  /** 64 lower-case hexadecimal digits. */
  bodyHash: string;
  /** X-TIMESTAMP exactly as sent. */
  timestamp: string;
}

/**
 * The text that a transaction's signature covers: method, path, token, hash and timestamp, joined by
 * colons. An asymmetric signature leaves the token out.
 *
 * @param delimiter what stands in place of the colons where a document says otherwise
 *
 * Source: ASPI, string-to-sign: symmetric signature with Get Token, asymmetric signature without.
 */
export function transactionStringToSign(
  parts: TransactionParts,
  delimiter: Delimiter = ':',
): string {
  const { method, path, accessToken, bodyHash, timestamp } = parts;
  return [
    method,
    path,
    ...(accessToken === undefined ? [] : [accessToken]),
    bodyHash,
    timestamp,
  ].join(delimiterText(delimiter));
}
