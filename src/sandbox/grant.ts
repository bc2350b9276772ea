import type { TokenB2b } from '../../schemas/settled.js';
import { formatTimestamp } from '../protocol/timestamp.js';
import { type Answer, snapAnswer } from './answer.js';
import type { Grant } from './policy.js';

/** The answer to a granted request, by the profile: body, X-TIMESTAMP, X-CLIENT-KEY. */
export function grantAnswer({ success }: TokenB2b, grant: Grant, accessToken: string): Answer {
  const { client, seconds, now } = grant;
  const answer = snapAnswer(200, formatTimestamp(now, success.headers.timestampForms[0]), {
    responseCode: success.code,
    responseMessage: success.message,
    accessToken,
    tokenType: success.tokenTypes[0],
    expiresIn: success.expiresIn.types[0] === 'string' ? String(seconds) : seconds,
    ...(success.additionalInfo !== 'unspecified' && {
      additionalInfo: success.additionalInfo === 'object' ? {} : '',
    }),
  });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'X-CLIENT-KEY': client.clientId,
      // RFC 6749 section 5.1: an answer with a token isn't to be stored.
      'Cache-Control': 'no-store',
    },
  };
}
