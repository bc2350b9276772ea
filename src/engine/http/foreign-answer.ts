import type { Answer } from './answer.js';
import { headerOf } from './wire.js';

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
 * Says, in words, why the answer to a valid request is not that of a SNAP service; undefined where it may
 * be. Something in JSON with a responseCode is one, and so is a grant in JSON, however wrong: that is judged.
 *
 * @param own Names that the profile itself uses: what asks for them isn't foreign.
 */
export function foreignAnswer(answer: Answer, own: readonly string[]): string | undefined {
  const { status, mediaType, json, members } = answer;
  if (members && Object.hasOwn(members, 'responseCode')) return undefined;
  if (answer.accepted) {
    // What calls itself JSON and isn't, is a SNAP service with a fault, as far as can be seen.
    if (json !== undefined || mediaType === 'application/json') return undefined;
    return `${whatCame(answer)} under HTTP ${status}, where JSON is due`;
  }
  const error = members?.['error'];
  if (typeof error === 'string' && oauthErrors.has(error))
    return `it answers with OAuth's error ${error}`;
  const challenge = headerOf(answer.response.headers, 'www-authenticate') ?? '';
  if (/^basic\b/i.test(challenge))
    return 'it asks for HTTP Basic credentials, as a plain OAuth server does';
  if (!members) return undefined;
  const said = answer.response.body.subarray(0, 4096).toString('utf8');
  const asked = foreignNames.filter(
    (name) => !own.includes(name) && new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i').test(said),
  );
  return asked.length === 0
    ? undefined
    : `it asks for ${asked.join(' and ')}, which no SNAP token request has, and its answer has no responseCode`;
}

function whatCame({ mediaType, response }: Answer): string {
  const isPage =
    mediaType === 'text/html' || /^\s*<(?:!doctype html|html)/i.test(startOf(response));
  if (isPage) return 'an HTML page came';
  if (response.body.length === 0) return 'nothing came';
  return mediaType === undefined ? 'a text without a media type came' : `${mediaType} came`;
}

function startOf({ body }: Answer['response']): string {
  return body.subarray(0, 64).toString('latin1');
}
