import type { Profile } from '../../schemas/resolved.js';

/** A case of the standard's table that no document at hand has for a fault class. */
const elsewhere = { status: 403, message: 'Feature Not Allowed' } as const;

/**
 * A profile as followed by a server that takes every freedom its document leaves: the last of what is
 * listed instead of the first, and its own way where the document is silent. It conforms all the same.
 */
export function freest(profile: Profile): Profile {
  const free = structuredClone(profile);
  const { 'token-b2b': token, transaction } = free.services;
  const { success, grantType } = token;
  if (grantType.presence !== 'required') grantType.presence = 'optional';
  if (token.contentType === 'unspecified') token.contentType = 'accept';
  for (const list of [
    ...(success.tokenTypes === 'unspecified' ? [] : [success.tokenTypes]),
    ...(Array.isArray(success.code) ? [success.code] : []),
    success.codeTypes,
    success.expiresIn.types,
    success.headers.timestampForms,
    transaction.success.headers.timestampForms,
  ])
    list.reverse();
  if (success.expiresIn.seconds === 'unspecified') success.expiresIn.seconds = 12_345;
  freeAnswers(token.answers, `403${token.serviceCode}01`);
  freeAnswers(transaction.answers, '403xx01');
  for (const rule of Object.values(transaction.headers))
    if (rule.presence !== 'required') rule.presence = 'optional';
  return free;
}

function freeAnswers(answers: object, code: string): void {
  const documented = answers as Record<string, 'unspecified' | unknown[]>;
  for (const [faultClass, listed] of Object.entries(documented)) {
    if (listed !== 'unspecified') listed.reverse();
    // A wrong method is HTTP's matter before it is a document's.
    else if (faultClass !== 'method') documented[faultClass] = [{ ...elsewhere, code }];
  }
}
