import type {
  SignatureUtility,
  TokenB2b,
  TokenB2b2c,
  Transaction,
} from '../../../schemas/resolved.js';
import type { Message } from '../../messages/message.js';
import type { FaultClass } from '../../protocol/fault-classes.js';
import type { ServiceId } from '../../protocol/services.js';
import type { Answer } from '../http/answer.js';
import type { WireRequest } from '../http/wire.js';
import type { TargetPlan } from '../plan/plan.js';
import type { Candidate } from '../request/candidates/candidate.js';
import type { TokenDraft } from '../request/draft.js';
import type { TransactionDraft } from '../request/transaction-draft.js';
import type { UtilityDraft } from '../request/utility-draft.js';
import type { WireSchema } from '../schema/wire-schema.js';
import type { ControlState } from './control-state.js';
import type { Observed } from './observed.js';
import type { CheckEnded } from './outcome.js';
import type { Session } from './session.js';

export type { FaultClass, ServiceId };

/** What a request to each service is made of, and what a profile says of it. */
export interface ServiceTypes {
  'token-b2b': { draft: TokenDraft; settings: TokenB2b };
  'token-b2b2c': { draft: TokenDraft; settings: TokenB2b2c };
  transaction: { draft: TransactionDraft; settings: Transaction & { serviceCode: string } };
  'signature-utility': { draft: UtilityDraft; settings: SignatureUtility };
}

export type DraftOf<S extends ServiceId> = ServiceTypes[S]['draft'];
export type SettingsOf<S extends ServiceId> = ServiceTypes[S]['settings'];

/** One answered exchange, as rules judge it. */
export interface AnsweredExchange<S extends ServiceId> {
  request: WireRequest;
  answer: Answer;
  settings: SettingsOf<S>;
  /** What the probe got wrong; undefined for a control and for a variation that must be accepted. */
  faultClass: FaultClass | undefined;
  /** The header or member that the probe got wrong, as the wire names it. */
  faultField: string | undefined;
  /** It was sent again, since the same request was refused before. */
  repeats: boolean;
  /** True time as far as known, epoch milliseconds, when the answer came. */
  receivedAt: number;
}

/**
 * A rule over the messages of a run: undefined if the message keeps it, a message that says what breaks it,
 * or null if this message can't be judged by it.
 */
export interface Rule<S extends ServiceId> {
  /** The requirement that it judges. */
  id: string;
  judge(exchange: AnsweredExchange<S>): Message | undefined | null;
}

/** How a service is asked: what a valid request is, and how an answer to it is read. */
export interface ServiceAdapter<S extends ServiceId> {
  id: S;
  /** Which of the service's operations this is, if it has several: each has a control of its own. */
  part?: string;
  /** Why nothing of this service can be tested on a target; undefined if it can. */
  lacking?(target: TargetPlan): CheckEnded | undefined;
  settings(target: TargetPlan): SettingsOf<S>;
  schema(settings: SettingsOf<S>): WireSchema;
  /**
   * Gets what a request needs first: a token.
   *
   * @returns why it can't be had
   */
  prepare?(session: Session<S>): Promise<ControlState | undefined>;
  /**
   * What goes with the control if the target conforms: requests besides it, and authorization codes. `tokensEach` is
   * how many requests for a token go with each request, the control too.
   */
  preparing?(
    settings: SettingsOf<S>,
    target: TargetPlan,
  ): { requests: number; codes: number; tokensEach: number };
  /** Ways in which the document writes the control; one accepted is enough. Absent: 1. */
  spellings?(settings: SettingsOf<S>): number;
  /** True if each request takes up what the one before it gave. */
  serial?(settings: SettingsOf<S>): boolean;
  /** Tries, once the control was accepted, what later requests go by. */
  afterControl?(session: Session<S>): Promise<void>;
  /** Takes from an exchange what later requests need. */
  learn?(observed: Observed<S>, session: Session<S>): void;
  /** The valid request at an instant, epoch milliseconds of the target. */
  draft(session: Session<S>, instant: number): DraftOf<S>;
  compose(draft: DraftOf<S>): Promise<WireRequest>;
  /** True if what answers at a path is the service. */
  serves(path: string, settings: SettingsOf<S>, target: TargetPlan): boolean;
  /** True if a request that must be refused was not. */
  grants(answer: Answer): boolean;
  /** What `grants` means: `a token was given`. */
  granting: Message;
  /** What is said of an accepted control that doesn't grant; without it: no token can be read from it. */
  unreadable?: Message;
  /** The rules that a target may follow in the place of the documented one, as they sign a draft; the likeliest first. */
  candidates(session: Session<S>, draft: DraftOf<S>): readonly Candidate<DraftOf<S>>[];
  /** What the service's own refusals say of a control that was refused, most likely first. */
  causes(observed: Observed<S>, session: Session<S>): Message[];
}

/** A service under test: its rules judge each message of the run as it comes. */
export interface Service<S extends ServiceId> {
  adapter: ServiceAdapter<S>;
  /** Makes the rules over answers that grant, again for each target: some compare a grant with earlier ones. */
  grants(): readonly Rule<S>[];
  /** Makes the rules over answers that refuse. */
  refusals(): readonly Rule<S>[];
  /** Makes the rules over answers 429, which put a request off and leave it undecided. */
  throttles?(): readonly Rule<S>[];
  /** Makes the rules over answers to valid requests, those aside that are sent again. */
  valid?(): readonly Rule<S>[];
}
