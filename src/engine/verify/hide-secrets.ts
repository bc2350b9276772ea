import { credentialNames } from '../evidence/credential-names.js';
import { NamedValues } from '../evidence/named-values.js';
import { shorten } from '../evidence/redact.js';
import { SecretIndex } from '../evidence/secret-index.js';

/** What may stand in a text that was signed. */
export interface Secrets {
  accessToken?: string | undefined;
  clientSecret?: string | undefined;
  /** Those of other clients. */
  otherSecrets?: readonly string[] | undefined;
}

/** A shorter one would blank out half of every text. */
const shortest = 4;

/** Hides secrets in all their forms, in letters of any case, parts of them, and query parameters that are credentials. */
export function hideSecrets({
  accessToken,
  clientSecret,
  otherSecrets = [],
}: Secrets): (text: string) => string {
  const index = new SecretIndex();
  const named = new NamedValues(credentialNames());
  const add = (secret: string, shown: string) => {
    for (const form of new Set([secret, secret.toLowerCase(), secret.toUpperCase(), secret.trim()]))
      if (form.length >= shortest) index.add(form, shown);
  };
  if (accessToken !== undefined) {
    add(accessToken, shorten(accessToken));
    // A JWT may have been signed in part.
    const parts = accessToken.split('.');
    for (const part of parts.length > 1 ? parts : []) if (part.length >= 16) add(part, '…');
  }
  if (clientSecret !== undefined) add(clientSecret, '[client secret]');
  for (const secret of otherSecrets) add(secret, '[client secret]');
  const short = [
    [accessToken, '…'],
    [clientSecret, '[client secret]'],
  ] as const;
  return (text) =>
    short.reduce(
      (shown, [secret, by]) =>
        secret && secret.length < shortest ? shown.replaceAll(secret, () => by) : shown,
      index.hide(named.inText(text)),
    );
}
