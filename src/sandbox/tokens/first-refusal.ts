import type { Received } from '../answers/received.js';
import type { Refusal } from '../answers/refusal.js';
import type { RegisteredClient, Registry } from './client.js';
import type { TokenAttempt } from './policy.js';

/** The part of a policy that decides on requests. */
interface Stepped<N extends string> {
  header: (received: Received, name: string) => string | undefined;
  steps: Record<N, (attempt: TokenAttempt) => Refusal | undefined>;
}

/**
 * Takes a request through the steps in their order: the first one that refuses decides.
 *
 * @returns the request as the steps left it, and the refusal with its step; without a refusal the client is known.
 */
export function firstRefusal<N extends string>(
  policy: Stepped<N>,
  names: readonly N[],
  clients: Registry,
  received: Received,
):
  | { attempt: TokenAttempt; step: N; refusal: Refusal }
  | { attempt: TokenAttempt & { client: RegisteredClient }; refusal: undefined } {
  const attempt: TokenAttempt = {
    received,
    now: Date.now(),
    clients,
    header: (name) => policy.header(received, name),
  };
  for (const name of names) {
    const refusal = policy.steps[name](attempt);
    if (refusal) return { attempt, step: name, refusal };
  }
  const { client } = attempt;
  if (!client) throw new Error('a request went through every step without a client');
  return { attempt: Object.assign(attempt, { client }), refusal: undefined };
}
