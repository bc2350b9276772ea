import type { Received } from '../answers/received.js';
import type { Refusal } from '../answers/refusal.js';
import type { SandboxAnswer } from '../answers/sandbox-answer.js';
import type { RegisteredClient, Registry } from './client.js';

/** A request to either token service on its way through the steps, which fill in what they learn. */
export interface TokenAttempt {
  received: Received;
  /** Epoch milliseconds. */
  now: number;
  clients: Registry;
  /** The value of a header; undefined if it is absent. */
  header(name: string): string | undefined;
  /** The body, once read. */
  body?: Record<string, unknown>;
  /** The client that sent the request, once known. */
  client?: RegisteredClient;
}

/** Looks at one aspect of a request. Undefined: nothing is wrong with it. */
export type TokenStep = (attempt: TokenAttempt) => Refusal | undefined;

/** A token that is about to be given. */
export interface TokenGrant {
  client: RegisteredClient;
  /** How long the token lives. */
  seconds: number;
  /** Epoch milliseconds. */
  now: number;
  /** Claims of a JWT that are added to the usual ones, or replace them. */
  claims?: Readonly<Record<string, unknown>>;
}

/**
 * How a token service of the sandbox decides and answers, in small functions. The profile's settings
 * make the conforming policy; a fault replaces or wraps one function and leaves the others alone.
 *
 * @typeParam S what the profile says of the service
 * @typeParam G what a grant of the service consists of
 * @typeParam N the names of its steps
 */
export interface TokenPolicyOf<S, G extends TokenGrant, N extends string> {
  settings: S;
  /** The value of a header of a request. */
  header(received: Received, name: string): string | undefined;
  steps: Readonly<Record<N, TokenStep>>;
  /** Lifetime of tokens in seconds. */
  seconds: number;
  /** Makes the token's text. */
  issue(grant: G): Promise<string>;
  /** Last word on the answer to a granted request. */
  onGrant(answer: SandboxAnswer, grant: G, received: Received): SandboxAnswer;
  /** Last word on the answer to a refused request. */
  onRefusal(answer: SandboxAnswer, refusal: Refusal, attempt: TokenAttempt): SandboxAnswer;
}
