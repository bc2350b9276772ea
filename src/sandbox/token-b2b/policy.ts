import type { TokenB2b } from '../../../schemas/resolved.js';
import type { Answer } from '../answers/answer.js';
import type { Received } from '../answers/received.js';
import type { Refusal } from '../answers/refusal.js';
import type { RegisteredClient, Registry } from '../tokens/client.js';

/** A token request on its way through the steps; they fill in what they learn. */
export interface Attempt {
  received: Received;
  /** Epoch milliseconds. */
  now: number;
  clients: Registry;
  /** The value of a header, or undefined where it is absent. */
  header(name: string): string | undefined;
  /** The body, once read. */
  body?: Record<string, unknown>;
  /** Whoever the request comes from, once known. */
  client?: RegisteredClient;
}

/** Looks at one aspect of a request. Undefined: nothing is wrong with it. */
export type Step = (attempt: Attempt) => Refusal | undefined;

/** The steps in the order in which a request goes through them; the first refusal ends it. */
export const stepNames = [
  'path',
  'method',
  'size',
  'headersOnce',
  'timestampPresence',
  'clientKeyPresence',
  'signaturePresence',
  'contentType',
  'body',
  'grantType',
  'additionalInfo',
  'timestampForm',
  'timestampWindow',
  'clientKeyForm',
  'client',
  'signature',
  'replay',
] as const;

export type StepName = (typeof stepNames)[number];

/** A token about to be given. */
export interface Grant {
  client: RegisteredClient;
  /** How long the token lives. */
  seconds: number;
  /** Epoch milliseconds. */
  now: number;
  /** Claims of a JWT beside the usual ones, or in their place. */
  claims?: Readonly<Record<string, unknown>>;
}

/**
 * How a token service of the sandbox decides and answers, in small functions. The profile's settings make the conforming
 * one; a fault replaces or wraps one of them and leaves the others alone.
 */
export interface PolicyOf<S, G extends Grant, N extends string> {
  settings: S;
  /** The value of a header of a request. */
  header(received: Received, name: string): string | undefined;
  steps: Readonly<Record<N, Step>>;
  /** Lifetime of tokens in seconds. */
  seconds: number;
  /** Makes the token's text. */
  issue(grant: G): Promise<string>;
  /** Last word on the answer to a granted request. */
  onGrant(answer: Answer, grant: G, received: Received): Answer;
  /** Last word on the answer to a refused one. */
  onRefusal(answer: Answer, refusal: Refusal, attempt: Attempt): Answer;
}

/** How the sandbox decides on a request of service B2B. */
export type Policy = PolicyOf<TokenB2b, Grant, StepName>;
