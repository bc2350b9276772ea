import { headerOf } from '../http/wire.js';
import { incomplete } from './given-problem.js';
import type { GivenRequest } from './given-request.js';

/**
 * Which kind of request it is, by its headers: token requests name the client in X-CLIENT-KEY, transactions carry a
 * token, an X-PARTNER-ID or an X-EXTERNAL-ID.
 *
 * Source: ASPI, request headers of the access token services and of transactions.
 *
 * @throws InputProblem when the headers fit neither.
 */
export function serviceOfGiven({
  headers,
  path = '',
  place,
}: GivenRequest): 'token' | 'transaction' {
  const has = (name: string) => headerOf(headers, name) !== undefined;
  // Collections have an Authorization that all their requests inherit.
  const tokenPath = /\/access-token\/b2b(?:2c)?(?:[/?]|$)/.test(path);
  // Some providers want an X-PARTNER-ID in token requests, too.
  if (has('X-CLIENT-KEY') && (tokenPath || !has('Authorization'))) return 'token';
  if (['Authorization', 'X-PARTNER-ID', 'X-EXTERNAL-ID'].some(has)) return 'transaction';
  throw incomplete(
    'its headers do not tell a token request (X-CLIENT-KEY) from a transaction (Authorization, X-PARTNER-ID)',
    { ...place, remedy: 'Say which it is: `token` or `transaction` after the command.' },
  );
}
