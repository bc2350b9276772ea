import type { SignatureUtility } from '../../../schemas/resolved.js';
import type { Received } from '../answers/received.js';
import type { Refusal } from '../answers/refusal.js';
import type { SandboxAnswer } from '../answers/sandbox-answer.js';

/** The two services of a signature utility. */
export type UtilityName = 'auth' | 'service';

/** A request to one of the two services. */
export interface UtilityAsked {
  received: Received;
  /** Epoch milliseconds. */
  now: number;
  /** The value of a header; empty if it is absent. */
  header(name: string): string;
}

/** How one of the two services decides and answers; a fault replaces or wraps one part. */
export interface UtilityOperation {
  /** Headers that must be there and must not be empty. */
  required: readonly string[];
  /** The text that is signed. */
  stringToSign(asked: UtilityAsked): string;
  /** Signs it with what was sent, or says what is wrong with that. */
  sign(stringToSign: string, asked: UtilityAsked): Promise<Buffer | Refusal>;
  encode(signature: Buffer): string;
  /** Last word on the answer with a signature. */
  onGrant(answer: SandboxAnswer, asked: UtilityAsked): SandboxAnswer;
  /** Last word on an answer without one. */
  onRefusal(answer: SandboxAnswer, refusal: Refusal, asked: UtilityAsked): SandboxAnswer;
}

/** How the sandbox plays the signature utility of a portal. */
export interface UtilityPolicy {
  settings: SignatureUtility;
  operations: Readonly<Record<UtilityName, UtilityOperation>>;
}
