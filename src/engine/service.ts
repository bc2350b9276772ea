import type { TokenB2b } from '../../schemas/settled.js';
import type { Answer } from './answer.js';
import type { WireRequest } from './wire.js';

/**
 * What a probe got wrong on purpose. The profile documents the answer for the first eight; `other`
 * refusals are judged by the general rules alone.
 */
export type FaultClass =
  | 'missing-field'
  | 'field-format'
  | 'timestamp-format'
  | 'unknown-client'
  | 'invalid-signature'
  | 'grant-type'
  | 'malformed-body'
  | 'method'
  | 'other';

/** One answered exchange, as rules judge it. */
export interface Message {
  request: WireRequest;
  answer: Answer;
  settings: TokenB2b;
  /** What the probe got wrong; undefined for a control and for a variation that must be accepted. */
  faultClass: FaultClass | undefined;
  /** The header or member that the probe got wrong, as the wire names it. */
  faultField: string | undefined;
  /** True time as far as known, epoch milliseconds, when the answer came. */
  receivedAt: number;
}

/**
 * A rule over the messages of a run: undefined where the message keeps it, a text that says what breaks
 * it, or null where this message can't be judged by it.
 */
export interface Rule {
  /** The requirement that it judges. */
  id: string;
  judge(message: Message): string | undefined | null;
}

/** A service under test: its rules judge each message of the run as it comes. */
export interface Service {
  id: 'token-b2b';
  /** Makes the rules over answers that grant, anew for each target: some compare a grant with earlier ones. */
  grants(): readonly Rule[];
  /** Makes the rules over answers that refuse. */
  refusals(): readonly Rule[];
  /** Makes the rules over answers 429, which put a request off and leave it undecided. */
  throttles?(): readonly Rule[];
}
