import type { Exchange } from '../../../schemas/generated/result.js';
import type { Place } from '../evidence/place.js';
import type { Secrets } from '../evidence/redact.js';
import type { Answer } from '../http/answer.js';
import type { Sent } from '../http/wire.js';
import type { Mutation } from '../request/draft.js';
import type { DraftOf, FaultClass, ServiceId } from './service.js';

/** What a request is sent for. */
export interface SendContext<S extends ServiceId> {
  purpose: Exchange['purpose'];
  mutation?: Mutation<DraftOf<S>>;
  /** The draft before the mutation. */
  base?: DraftOf<S>;
  /** What the request gets wrong; absent when it must be accepted. */
  faultClass?: FaultClass;
  faultField?: string;
  /** It is sent again, since the same request was refused before. */
  repeats?: true;
  /** It asks why a check failed, or measures: no check rests on how it is answered. */
  diagnosis?: true;
  /** It asks whether the target takes valid requests still. */
  doubts?: true;
}

/** A request that is ready to be signed and sent, and what it is for. */
export interface Made<S extends ServiceId> {
  draft: DraftOf<S>;
  context: SendContext<S>;
}

/** A sent request with what came back, ready to be recorded as evidence. */
export interface Observed<S extends ServiceId> {
  sent: Sent;
  answer: Answer | undefined;
  context: SendContext<S>;
  /** What had to be hidden when it came back. */
  secrets: Secrets;
  /** Id of the check that sent it; absent when none did. */
  askedBy?: string;
  /** Its place in the run. */
  place: Place;
  /** A refusal of a valid request that didn't come again: it shows nothing. */
  unconfirmed?: true;
}
