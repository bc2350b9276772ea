import { type Delimiter, delimiterText } from './delimiter.js';

/**
 * The text that the signature of a token request covers: client id, a pipe, the timestamp.
 *
 * Client id and timestamp go in exactly as the request's X-CLIENT-KEY and X-TIMESTAMP carry them. The
 * signature covers characters, not an instant, so a timestamp that is parsed and printed again
 * makes another string.
 *
 * @param delimiter what stands in place of the pipe where a document says otherwise
 *
 * Source: ASPI, access token services B2B (73) and B2B2C (74), request header X-SIGNATURE.
 */
export function tokenStringToSign(
  clientId: string,
  timestamp: string,
  delimiter: Delimiter = '|',
): string {
  return `${clientId}${delimiterText(delimiter)}${timestamp}`;
}
