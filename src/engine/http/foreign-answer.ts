import { type Message, say } from '../../messages/message.js';
import type { Answer } from './answer.js';
import { headerOf } from './wire.js';

/** What a request was sent to, as far as it bears on what may answer. */
export interface AnswerExpected {
  /** Names that the profile itself uses: what asks for them isn't foreign. */
  own: readonly string[];
  /** Whoever answers may acknowledge by the status alone, with a word or nothing for a body. */
  acknowledges?: boolean;
}

/** Characters of a body that can be a word of acknowledgement. */
const longestWord = 64;

/** Error codes of OAuth 2.0 (RFC 6749 section 5.2), which no SNAP answer has. */
const oauthErrors = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

/** Names of headers and members that other schemes ask for, and no SNAP token request carries. */
const foreignNames = [
  'X-PARTNER-ID',
  'X-CLIENT-ID',
  'X-CLIENT-SECRET',
  'X-API-KEY',
  'grant_type',
  'client_id',
  'client_secret',
];

/**
 * Says why the answer to a valid request is not that of a SNAP service; undefined if it may be. Something in
 * JSON with a responseCode is one, and so is a grant in JSON, however wrong: that is judged.
 */
export function foreignAnswer(
  answer: Answer,
  { own, acknowledges = false }: AnswerExpected,
): Message | undefined {
  const { status, mediaType, json, members } = answer;
  if (members && Object.hasOwn(members, 'responseCode')) return undefined;
  if (answer.accepted) {
    // What calls itself JSON and isn't, is a SNAP service with a fault, as far as can be seen.
    if (json !== undefined || mediaType === 'application/json') return undefined;
    if (acknowledges && isWord(answer)) return undefined;
    return say('http/foreign-answer/not-json', { came: whatCame(answer), status });
  }
  const error = members?.['error'];
  if (typeof error === 'string' && oauthErrors.has(error))
    return say('http/foreign-answer/oauth-error', { error });
  const challenge = headerOf(answer.response.headers, 'www-authenticate') ?? '';
  if (/^basic\b/i.test(challenge)) return say('http/foreign-answer/asks-for-basic');
  if (!members) return undefined;
  const said = answer.response.body.subarray(0, 4096).toString('utf8');
  const asked = foreignNames.filter(
    (name) => !own.includes(name) && new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i').test(said),
  );
  return asked.length === 0
    ? undefined
    : say('http/foreign-answer/asks-for-names', { names: asked });
}

function whatCame({ mediaType, response }: Answer): Message {
  const isPage =
    mediaType === 'text/html' || /^\s*<(?:!doctype html|html)/i.test(startOf(response));
  if (isPage) return say('http/foreign-answer/page-came');
  if (response.body.length === 0) return say('http/foreign-answer/nothing-came');
  return mediaType === undefined
    ? say('http/foreign-answer/untyped-text-came')
    : say('http/foreign-answer/media-type-came', { mediaType });
}

/** `OK`, `success`, or nothing at all; never a page. */
function isWord({ response }: Answer): boolean {
  return response.body.length <= longestWord && !startOf(response).includes('<');
}

function startOf({ body }: Answer['response']): string {
  return body.subarray(0, 64).toString('latin1');
}
