import type { RegisteredClient } from '../tokens/client.js';
import type { IssuedToken } from '../tokens/issued-tokens.js';
import type { Received } from './received.js';
import type { Refusal } from './refusal.js';
import type { SandboxAnswer } from './sandbox-answer.js';

/** Which service of a sandbox decides; authorization codes come from no service of SNAP. */
export type DecidingService =
  | 'token-b2b'
  | 'token-b2b2c'
  | 'transaction'
  | 'signature-utility'
  | 'auth-codes';

/** The step that refused a request, and what the sandbox had learnt by then. It isn't sent. */
export interface Refused {
  /** Name of the step in the policy of the service. */
  step: string;
  refusal: Refusal;
  /** When the request was judged: epoch milliseconds. */
  now: number;
  /** The client that sent it, once known. */
  client?: RegisteredClient | undefined;
  /** What is known of the access token that was sent, expired or not. */
  issued?: IssuedToken | undefined;
  /** The same of the customer's token. */
  customerIssued?: IssuedToken | undefined;
}

/** What a service decided on a request. */
export interface Decision {
  answer: SandboxAnswer;
  /** Absent if no step refused. */
  refused?: Refused;
}

/** A request and what became of it, as a listener is told. */
export interface Answered extends Decision {
  service: DecidingService;
  /** Absent for bytes that are no HTTP request. */
  received?: Received;
}

/** Told of each answer before it is sent. The headers that it returns are added to those of the answer. */
export type AnswerListener = (answered: Answered) => Readonly<Record<string, string>>;
