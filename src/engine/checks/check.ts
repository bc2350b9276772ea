import type { CheckResult } from '../../../schemas/generated/result.js';
import { type Message, say } from '../../messages/message.js';
import { describeOutcome } from '../http/answer.js';
import type { Effort } from '../plan/effort.js';
import type { KeptInput } from '../plan/plan.js';
import type { Mutation } from '../request/draft.js';
import type { Observed } from '../session/observed.js';
import { cantTell, type Finding, untested } from '../session/outcome.js';
import type { DraftOf, FaultClass, ServiceId, SettingsOf } from '../session/service.js';
import type { Session } from '../session/session.js';
import type { Forecast } from './forecast.js';
import { seedFor } from './property.js';

/** What a check of any kind may state besides what it sends. */
export interface Terms<S extends ServiceId> {
  /**
   * JSON pointers, below the service's settings, of the values that the check goes by; their sources are
   * named besides the requirement's own.
   */
  settings?: readonly string[];
  /** Ends the check before anything is sent, by throwing a settled finding. */
  when?(t: CheckContext<S>): void;
}

/** The terms alone out of a check's options. */
export function termsOf<S extends ServiceId>({ settings, when }: Terms<S>): Terms<S> {
  return { ...(settings && { settings }), ...(when && { when }) };
}

/** The code that tests one requirement against one target. */
export interface Check<S extends ServiceId> extends Terms<S> {
  /** Last part of the requirement's id. */
  name: string;
  /** Looks at what the whole run saw: it comes last, when all of that has been seen. */
  judges?: true;
  /** Sends nothing but the control, and judges what answered accepted requests: fit for a target in production. */
  readsOnly?: true;
  /** Needs quiet: nothing else is sent to the target while it runs. */
  alone?: true;
  /** Sends many requests one after another: it starts first, and its requests don't wait behind others'. */
  sequential?: true;
  /** What its probes get wrong, if all of them are to be refused. */
  refuses?: FaultClass;
  /** What it sends but what chance adds. */
  inputs?(t: CheckContext<S>): readonly Mutation<DraftOf<S>>[];
  /** Ends with a control, which several such checks of an area share at a depth that saves requests. */
  confirms?: true;
  /** Counts what it sends to a target that conforms. */
  forecast(t: CheckContext<S>, forecast: Forecast): void;
  run(t: CheckContext<S>): Promise<Finding>;
  /** Asked of a check that passed, once all others are done: what the rest of the run shows against it. */
  afterwards?(t: CheckContext<S>): Promise<Finding | undefined>;
}

/** A control that several checks share, sent once the last of them is done. */
export interface Confirmation {
  /** Ids of the checks that passed and wait for it. */
  readonly awaitedBy: string[];
}

/** How a run asks a check. */
export interface CheckOptions {
  /** Of the run. */
  seed: number;
  effort: Effort;
  slow?: boolean | undefined;
  /** Absent when the check sends a control of its own. */
  confirmation?: Confirmation | undefined;
  /** Tried before all other inputs. */
  keptInput?: KeptInput | undefined;
}

/** What a check works with: one requirement, one target. */
export class CheckContext<S extends ServiceId> {
  readonly settings: SettingsOf<S>;
  /** Seed of this check's inputs. */
  readonly seed: number;
  /** The target's time at the start of the check, whole seconds, epoch milliseconds. */
  readonly now: number;

  readonly effort: Effort;
  /** The run waits for tokens to expire. */
  readonly slow: boolean;
  /** Tried before all other inputs. */
  readonly keptInput: KeptInput | undefined;
  /** What became of it; absent until it was tried. */
  keptOutcome: NonNullable<CheckResult['keptInput']>['outcome'] | undefined;
  private readonly confirmation: Confirmation | undefined;

  constructor(
    readonly session: Session<S>,
    readonly id: string,
    { seed, effort, slow = false, confirmation, keptInput }: CheckOptions,
  ) {
    this.settings = session.settings;
    this.seed = seedFor(seed, id);
    this.effort = effort;
    this.slow = slow;
    this.keptInput = keptInput;
    this.now = Math.floor(session.now() / 1000) * 1000;
    this.confirmation = confirmation;
  }

  /** The same check in another session. */
  within(session: Session<S>): CheckContext<S> {
    const same = Object.create(CheckContext.prototype) as CheckContext<S>;
    return Object.assign(same, this, { session });
  }

  /**
   * The id of the accepted control.
   *
   * @throws CheckEnded `untested` if the control wasn't accepted, or gave no token to tell a grant by.
   */
  async requireControl(): Promise<string> {
    const control = await this.session.control();
    if (control.outcome !== 'accepted') throw untested(control.message, control.exchanges);
    if (!control.readable) {
      throw untested(say('run/checks/control-unreadable'), control.exchanges);
    }
    return control.exchanges[0] ?? '';
  }

  /**
   * Sends the control once more, so that what was just seen isn't put down to the probe if the target
   * no longer accepts anything.
   *
   * @throws CheckEnded `cantTell` if it isn't accepted now.
   */
  async confirmControl(evidence: string[] = []): Promise<string> {
    const { accepted, said, record } = await this.session.confirmControl();
    const id = await record();
    if (accepted) return id;
    throw cantTell(say('run/checks/control-stopped', { answer: said }), [...evidence, id]);
  }

  /**
   * As {@link confirmControl}; at a depth that saves requests one control confirms several checks once all of
   * them are done, and takes them back when it is refused.
   */
  async confirmControlInTime(evidence: string[]): Promise<string[]> {
    if (!this.confirmation) return [await this.confirmControl(evidence)];
    this.confirmation.awaitedBy.push(this.id);
    return [];
  }

  /** The client that the check speaks for otherwise. @throws CheckEnded `untested` if the config has none. */
  requireOtherClient() {
    const { otherSigner } = this.session;
    if (!otherSigner) throw untested(say('run/checks/no-other-client'));
    return otherSigner;
  }

  /** What the probe said, for messages. */
  describe(observed: Observed<S>): Message {
    return describeOutcome(observed);
  }
}

/** Mutations written down one by one, or a family of them. */
export type Mutations<T, S extends ServiceId> =
  | { probes: (t: CheckContext<S>) => readonly Mutation<DraftOf<S>>[] }
  | {
      property: (t: CheckContext<S>) => import('fast-check').Arbitrary<T>;
      /**
       * Members of the family that stand for the classic mistakes, the most common first. They take the first of the
       * property's runs, at every depth and with every seed; what is left of the runs is random.
       */
      examples: (t: CheckContext<S>) => readonly T[];
      mutate: (value: T, t: CheckContext<S>) => Mutation<DraftOf<S>>;
    };
