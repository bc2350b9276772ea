import type { RegisteredClient } from '../../tokens/client.js';
import type { IssuedToken } from '../../tokens/issued-tokens.js';
import type { TransactionAttempt, TransactionPolicy } from '../../transaction/policy.js';

/** What a server knows of a token that it takes at its word. */
export function believed(client: RegisteredClient | undefined): IssuedToken | undefined {
  return client && { client, expiresAt: Number.POSITIVE_INFINITY };
}

/** Takes other tokens for valid ones as well. */
export function alsoFinds(
  policy: TransactionPolicy,
  find: (token: string, attempt: TransactionAttempt) => IssuedToken | undefined,
): TransactionPolicy {
  return {
    ...policy,
    findToken: (token, attempt) => policy.findToken(token, attempt) ?? find(token, attempt),
  };
}

/** Takes a token if it has the same key as a valid one that came before. */
export function findsBy(
  policy: TransactionPolicy,
  keyOf: (token: string) => string,
): TransactionPolicy {
  const seen = new Map<string, IssuedToken>();
  return {
    ...policy,
    findToken: (token, attempt) => {
      const found = policy.findToken(token, attempt);
      if (found) seen.set(keyOf(token), found);
      return found ?? seen.get(keyOf(token));
    },
  };
}
