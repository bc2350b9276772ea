import type { TransactionConfig } from '../../../schemas/generated/config.js';
import type { Transaction } from '../../../schemas/resolved.js';
import type { TransactionParts } from '../../protocol/transaction-string-to-sign.js';
import type { Received } from '../answers/received.js';
import type { Refusal } from '../answers/refusal.js';
import type { SandboxAnswer } from '../answers/sandbox-answer.js';
import type { RegisteredClient, Registry } from '../tokens/client.js';
import type { IssuedToken, IssuedTokens } from '../tokens/issued-tokens.js';

/** The service that a sandbox offers, to be called with its tokens. */
export interface SandboxCall {
  /** Two digits. */
  serviceCode: string;
  method: TransactionConfig['method'];
  /** Without a query. */
  path: string;
  /** True if it is called for a customer: B2B2C. */
  customer?: boolean;
  /** Members of the body that have to be there, as `amount.value`, and to be of the form of these values. */
  members?: Readonly<Record<string, unknown>>;
  /** A token that is good for any partner, but whose scope does not cover the service. */
  outOfScopeToken?: string;
  /** Names of faults of transactions that this service has, and no other one. */
  faults?: readonly string[];
}

/** A transaction on its way through the steps, which fill in what they learn. */
export interface TransactionAttempt {
  received: Received;
  /** Epoch milliseconds. */
  now: number;
  clients: Registry;
  tokens: IssuedTokens;
  customerTokens: IssuedTokens;
  /** The value of a header; undefined if it is absent. */
  header(name: string): string | undefined;
  /** The token as sent, once read. */
  token?: string;
  /** The client that sent the request, once known. */
  client?: RegisteredClient;
}

/** Looks at one aspect of a transaction. Undefined: nothing is wrong with it. */
export type TransactionStep = (
  attempt: TransactionAttempt,
  policy: TransactionPolicy,
) => Refusal | undefined;

/** The steps in the order in which a transaction goes through them; the first refusal ends it. */
export const transactionStepNames = [
  'method',
  'size',
  'tokenPresence',
  'customerTokenPresence',
  'timestampPresence',
  'signaturePresence',
  'partnerIdPresence',
  'externalIdPresence',
  'channelIdPresence',
  'deviceIdPresence',
  'furtherHeaderPresence',
  'partnerIdForm',
  'externalIdForm',
  'channelIdForm',
  'deviceIdForm',
  'furtherHeaderForm',
  'timestampForm',
  'timestampWindow',
  'client',
  'tokenOwner',
  'tokenUnused',
  'customerToken',
  'signature',
  'tokenScope',
  'body',
  'memberPresence',
  'memberForm',
  'externalIdReuse',
  // Uses up what was sent, so nothing may refuse after it.
  'tokenUse',
] as const;

export type TransactionStepName = (typeof transactionStepNames)[number];

/** How a sandbox makes the text that a transaction's signature covers, part by part. */
export interface SignedParts {
  method(attempt: TransactionAttempt): string;
  /** Path and query. */
  path(attempt: TransactionAttempt): string;
  token(attempt: TransactionAttempt): string | undefined;
  bodyHash(attempt: TransactionAttempt): string;
  timestamp(attempt: TransactionAttempt): string;
  stringToSign(parts: TransactionParts): string;
}

/** How the sandbox decides on a transaction, and how it answers; a fault replaces or wraps one part. */
export interface TransactionPolicy {
  settings: Transaction & { serviceCode: string };
  call: SandboxCall;
  /** The value of a header of a request. */
  header(received: Received, name: string): string | undefined;
  /** The token in the value of Authorization; undefined if it holds none. */
  readToken(authorization: string): string | undefined;
  /** What is known of a token; undefined unless it is valid now. */
  findToken(token: string, attempt: TransactionAttempt): IssuedToken | undefined;
  /** What is known of a customer's token; undefined unless it is valid now. */
  findCustomerToken(token: string, attempt: TransactionAttempt): IssuedToken | undefined;
  signed: SignedParts;
  /** True if the text of X-SIGNATURE is the client's signature over this string-to-sign. */
  verify(stringToSign: string, text: string, client: RegisteredClient): boolean;
  steps: Readonly<Record<TransactionStepName, TransactionStep>>;
  /** Last word on the answer to a transaction that was carried out. */
  onGrant(answer: SandboxAnswer, attempt: TransactionAttempt): SandboxAnswer;
  /** Last word on the answer to a refused transaction. */
  onRefusal(answer: SandboxAnswer, refusal: Refusal, attempt: TransactionAttempt): SandboxAnswer;
}
