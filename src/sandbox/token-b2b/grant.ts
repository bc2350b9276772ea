import type { TokenB2b } from '../../../schemas/resolved.js';
import { type Answer, snapAnswer, stampOf } from '../answers/answer.js';
import type { Grant } from './policy.js';

/** The answer to a granted request, by the profile: body, and the headers that it names. */
export function grantAnswer({ success }: TokenB2b, grant: Grant, accessToken: string): Answer {
  const { client, seconds, now } = grant;
  const answer = snapAnswer(200, stampOf(success.headers, now), {
    responseCode: success.codeTypes[0] === 'string' ? success.code : Number(success.code),
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
      ...(success.headers['X-CLIENT-KEY'] !== 'unspecified' && {
        'X-CLIENT-KEY': client.clientId,
      }),
      // RFC 6749 section 5.1: an answer with a token isn't to be stored.
      'Cache-Control': 'no-store',
    },
  };
}
