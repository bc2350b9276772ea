/** What a transaction's signature covers, each part as it goes over the wire. */
export interface TransactionParts {
  /** `POST` */
  method: string;
  /** Relative path, as the profile's path mode has it. */
  path: string;
  /** The access token without `Bearer `; absent where the scheme signs none. */
  accessToken?: string | undefined;
  /** 64 lower-case hexadecimal digits. */
  bodyHash: string;
  /** X-TIMESTAMP exactly as sent. */
  timestamp: string;
}

/**
 * The text that a transaction's signature covers: method, path, token, hash and timestamp with colons
 * between; without the token where the signature is asymmetric.
 *
 * Source: ASPI, string-to-sign: symmetric signature with Get Token, asymmetric signature without.
 */
export function transactionStringToSign(parts: TransactionParts): string {
  const { method, path, accessToken, bodyHash, timestamp } = parts;
  return [
    method,
    path,
    ...(accessToken === undefined ? [] : [accessToken]),
    bodyHash,
    timestamp,
  ].join(':');
}
