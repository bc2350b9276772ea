import type { Message } from '../../messages/message.js';
import type { Dialect } from '../dialect/dialect.js';
import type { Samples } from '../evidence/samples.js';
import { type Answer, readAnswer } from '../http/answer.js';
import { isRouterAnswer } from '../http/router-answer.js';
import { lowerCased, type Sent, type WireResponse } from '../http/wire.js';
import { ownSuccesses } from '../schema/own-successes.js';
import type { SchemaFinding, WireSchema } from '../schema/wire-schema.js';
import type { Observed } from './observed.js';
import { plainnessOf } from './plainness.js';
import type {
  AnsweredExchange,
  FaultClass,
  Rule,
  Service,
  ServiceId,
  SettingsOf,
} from './service.js';
import type { Tally } from './tally.js';
import type { TargetState } from './target-state.js';

/** What messages are judged by, and what keeps what they show. */
export interface JudgingContext<S extends ServiceId> {
  target: TargetState;
  service: Service<S>;
  settings: SettingsOf<S>;
  schema: WireSchema;
  tally: Tally<Observed<S>>;
  dialect: Dialect;
  samples: Samples<Observed<S>>;
  /** Takes the fault classes of which a refusal was seen. */
  refusedClasses: Set<FaultClass>;
  grants(observed: Pick<Observed<S>, 'answer'>): boolean;
}

/** Judges each message of a target as it comes, by schema and rules, and notes what it shows of the target. */
export class Judging<S extends ServiceId> {
  readonly #rules: Record<'grants' | 'refusals' | 'throttles' | 'valid', readonly Rule<S>[]>;
  /** Refusals that came since a valid request was last accepted, in the order in which they came. */
  #held: Held[] = [];

  constructor(private readonly context: JudgingContext<S>) {
    const { service } = context;
    this.#rules = {
      grants: service.grants(),
      refusals: service.refusals(),
      throttles: service.throttles?.() ?? [],
      valid: service.valid?.() ?? [],
    };
  }

  /**
   * Judges what came back, and the answers 429 before it. A refusal is judged only once a valid request that was
   * sent after it is accepted: from a target that is locked or breaks down it shows nothing.
   *
   * @param at When the answer came, by a clock that never goes back, milliseconds.
   */
  judge(observed: Observed<S>, at: number = performance.now()): void {
    const { sent, answer } = observed;
    for (const response of sent.throttled ?? []) this.#judgeThrottled(observed, response);
    // What answers at another path isn't the service: its rules have no say there.
    if (!answer || !this.#serves(sent.request.path)) return;
    const { faultClass } = observed.context;
    if (faultClass === undefined && answer.accepted) this.release(at - sent.durationMs);
    if (faultClass === undefined ? answer.accepted : this.context.grants(observed)) {
      this.#judgeAnswer(observed, answer);
      return;
    }
    if (faultClass) this.context.refusedClasses.add(faultClass);
    this.#held.push({ at, judge: () => this.#judgeAnswer(observed, answer) });
  }

  /** Judges a message that another session let count: it waits for no valid request. */
  judgeAgain(observed: Observed<S>): void {
    if (observed.answer) this.#judgeAnswer(observed, observed.answer);
  }

  /** True while refusals wait for a valid request to be accepted. */
  get holds(): boolean {
    return this.#held.length > 0;
  }

  /** Leaves unjudged what waits: no valid request is accepted any more. */
  drop(): void {
    this.#held = [];
  }

  /**
   * Judges what came back before a valid request was sent that is accepted now.
   *
   * @param sentAt When it was sent, by a clock that never goes back, milliseconds.
   */
  release(sentAt: number): void {
    const sound = this.#held.filter(({ at }) => at <= sentAt);
    if (sound.length === 0) return;
    this.#held = this.#held.filter(({ at }) => at > sentAt);
    for (const { judge } of sound) judge();
  }

  #serves(path: string): boolean {
    const { service, settings, target } = this.context;
    return service.adapter.serves(path, settings, target.plan);
  }

  #judgeThrottled(put: Observed<S>, response: WireResponse) {
    const { noAnswer: _, ...sent } = put.sent;
    const own: Sent = { ...sent, response };
    const answer = readAnswer(own, ownSuccesses(this.context.settings));
    if (!answer) return;
    const observed: Observed<S> = { ...put, sent: own, answer };
    this.#tally(observed, this.#apply(this.#rules.throttles, this.#messageOf(observed, answer)));
  }

  #messageOf({ sent, context }: Observed<S>, answer: Answer): AnsweredExchange<S> {
    return {
      request: sent.request,
      answer,
      settings: this.context.settings,
      faultClass: context.faultClass,
      faultField: context.faultField,
      repeats: context.repeats ?? false,
      receivedAt: sent.startedAt + sent.durationMs + this.context.target.clockOffset,
    };
  }

  #judgeAnswer(observed: Observed<S>, answer: Answer): void {
    const { context } = observed;
    const { schema, samples } = this.context;
    const { faultClass, faultField } = context;
    const size = answer.response.body.length;
    samples.note(observed, { faultClass, faultField, status: answer.status, size });
    const message = this.#messageOf(observed, answer);
    const findings: SchemaFinding[] = [];
    if (context.faultClass === undefined && !context.repeats)
      findings.push(...this.#apply(this.#rules.valid, message));
    // A negative probe that is granted is a grant too: what it gives must still have the right shape.
    if (context.faultClass === undefined ? answer.accepted : this.context.grants(observed)) {
      const headers = lowerCased(answer.response.headers);
      findings.push(
        ...schema.judge('response', answer.json),
        ...schema.judge('responseHeaders', headers),
        ...this.#apply(this.#rules.grants, message),
      );
      this.context.dialect.granted(message, observed);
      if (context.faultClass === undefined) this.#noteRequest(message);
      this.#noteReading('response', answer.json);
      this.#noteReading('responseHeaders', headers);
    } else if (context.faultClass !== undefined || answer.status < 500) {
      if (answer.status < 500 && !isRouterAnswer(answer, context.faultClass))
        findings.push(...schema.judge('error', answer.json));
      findings.push(...this.#apply(this.#rules.refusals, message));
      this.context.dialect.refused(message, observed);
      this.#noteReading('error', answer.json, context.faultClass ?? 'other');
    }
    this.#tally(observed, findings);
  }

  #noteReading(part: string, document: unknown, faultClass?: string): void {
    const { service, target } = this.context;
    target.readings.note(service.adapter.id, part, document, faultClass);
  }

  #noteRequest({ request }: AnsweredExchange<S>): void {
    this.#noteReading('path', request.path);
    this.#noteReading('requestHeaders', lowerCased(request.headers));
    try {
      this.#noteReading('request', JSON.parse(request.body?.toString('utf8') ?? ''));
    } catch {
      // Only a request that is JSON has members to compare with a reading.
    }
  }

  #apply(rules: readonly Rule<S>[], message: AnsweredExchange<S>): SchemaFinding[] {
    return rules.flatMap((rule) => {
      const violation = rule.judge(message);
      return violation === null ? [] : [{ id: rule.id, violation }];
    });
  }

  /** Schema and rules may both speak of one requirement: the message counts once, and what breaks it first. */
  #tally(observed: Observed<S>, findings: readonly SchemaFinding[]): void {
    const plainness = plainnessOf(observed, this.context.target.otherSigner?.clientId);
    const violations = new Map<string, Message | undefined>();
    for (const { id, violation } of findings) violations.set(id, violations.get(id) ?? violation);
    for (const [id, violation] of violations) {
      this.context.tally.add(
        id,
        // Redacted by what was known when it came: the token may be forgotten by now.
        violation === undefined
          ? undefined
          : {
              message: this.context.target.redactor.message(violation, observed.secrets),
              evidence: observed,
              plainness,
            },
      );
    }
  }
}

/** A refusal that isn't judged yet. */
interface Held {
  /** When it came. */
  at: number;
  judge: () => void;
}
