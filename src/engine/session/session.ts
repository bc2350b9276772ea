import type { TimestampForm } from '../../protocol/timestamp.js';
import { describeOutcome, readAnswer } from '../http/answer.js';
import { withUserAgent } from '../http/way/user-agent.js';
import type { Sent } from '../http/wire.js';
import type { TargetPlan } from '../plan/plan.js';
import type { Mutation } from '../request/draft.js';
import type { Signer } from '../request/signer.js';
import { ownSuccesses } from '../schema/own-successes.js';
import type { WireSchema } from '../schema/wire-schema.js';
import { type ConfirmedControl, confirmByAnother } from './confirm-by-another.js';
import type { ControlState } from './control-state.js';
import type { Made, Observed, SendContext } from './observed.js';
import { calledOnce } from './outcome.js';
import type { Sender } from './sender.js';
import type { DraftOf, Service, ServiceId, SettingsOf } from './service.js';
import type { SessionState } from './session-state.js';
import type { TargetState } from './target-state.js';
import { ShareSpent } from './turns/share-spent.js';
import { sendValid } from './valid-request.js';

/** Sends the control and finds out how the target meets it. */
export type EstablishControl = <S extends ServiceId>(session: Session<S>) => Promise<ControlState>;

/**
 * One check's conversation with one service of a target. What is sent and seen in it belongs to that check;
 * the state behind it is shared with all checks of the service.
 */
export class Session<S extends ServiceId> {
  #sent = 0;

  /** @param most Requests that it may send. */
  constructor(
    readonly shared: SessionState<S>,
    readonly sender: Sender,
    private readonly establish: EstablishControl,
    private readonly most = Number.POSITIVE_INFINITY,
  ) {}

  /**
   * The same conversation, over a share of requests that includes those that are tried again. Sending more than
   * that throws {@link ShareSpent}.
   */
  limitedTo(requests: number): Session<S> {
    return new Session(this.shared, this.sender, this.establish, requests);
  }

  /** What all services of the target share. */
  get state(): TargetState {
    return this.shared.target;
  }

  get target(): TargetPlan {
    return this.state.plan;
  }

  get service(): Service<S> {
    return this.shared.service;
  }

  get settings(): SettingsOf<S> {
    return this.shared.settings;
  }

  get schema(): WireSchema {
    return this.shared.schema;
  }

  get signer(): Signer {
    return this.state.signer;
  }

  get otherSigner(): Signer | undefined {
    return this.state.otherSigner;
  }

  /** The timestamp form of the control: the first documented one, or the one that the target took. */
  get controlForm(): TimestampForm {
    return this.shared.controlForm;
  }

  /** Which of the documented spellings the control has: the first one, or the one that the target took. */
  get spelling(): number {
    return this.shared.spelling;
  }

  /** The service may be carried out once alone, by the control. */
  get once(): boolean {
    return this.shared.once;
  }

  /** Requests that may be under way at once. */
  get concurrency(): number {
    // The first wrong request that is taken ends a check before the next one is carried out as well.
    const oneByOne = this.once || this.service.adapter.serial?.(this.settings);
    return oneByOne ? 1 : this.target.limits.concurrency;
  }

  /** The target's time, as far as known, epoch milliseconds. */
  now(): number {
    return this.state.now();
  }

  /** The valid request, for now or another instant, in the control's timestamp form. */
  draft(instant: number = this.now()): DraftOf<S> {
    return this.service.adapter.draft(this, instant);
  }

  /** The control, sent once at the start of the run; later calls give the same finding. */
  control(): Promise<ControlState> {
    return this.shared.control(() => this.establish(this));
  }

  /** Does work when the turn of one more request comes; what it sends should be made then, not before. */
  inTurn<T>(work: (send: (made: Made<S>) => Promise<Observed<S>>) => Promise<T>): Promise<T> {
    const place = this.sender.nextPlace();
    return this.state.turn(this.sender, () =>
      work(({ draft, context }) => this.#send(draft, context, place)),
    );
  }

  /** Sends a draft, has what comes back judged by the service's rules, and hands it on. */
  send(draft: DraftOf<S>, context: SendContext<S>): Promise<Observed<S>> {
    return this.inTurn((send) => send({ draft, context }));
  }

  async #send(
    draft: DraftOf<S>,
    context: SendContext<S>,
    place: Observed<S>['place'],
  ): Promise<Observed<S>> {
    if (this.#sent >= this.most) throw new ShareSpent();
    const carriesOut = this.once && (context.faultClass === undefined || !!context.diagnosis);
    if (carriesOut) this.#spend();
    const request = await this.service.adapter.compose(draft);
    const sent = await this.state.client.send(request, this.most - this.#sent);
    this.#sent += sent.attempts;
    const observed = this.#observe(sent, context, place);
    if (carriesOut && isRefusal(observed)) this.shared.spent = false;
    this.shared.judging.judge(observed);
    this.service.adapter.learn?.(observed, this);
    await this.#noteCourse(observed);
    return observed;
  }

  /** @throws CheckEnded if the service was, or may have been, carried out before. */
  #spend(): void {
    if (this.shared.spent) throw calledOnce(this.target);
    this.shared.spent = true;
  }

  async #noteCourse({ answer, context }: Observed<S>): Promise<void> {
    const { course } = this.state;
    if (context.faultClass !== undefined) course.refused(context.faultClass);
    else if (answer?.accepted) {
      this.shared.wasAccepted = true;
      course.accepted();
    } else if (answer && context.doubts === undefined && this.shared.wasAccepted)
      await course.validRefused(async () => {
        await this.service.adapter.prepare?.(this);
        const draft = this.draft();
        const control = { purpose: 'control', repeats: true, doubts: true } as const;
        const observed = await this.#send(draft, control, this.sender.nextPlace());
        return observed.answer?.accepted ? undefined : observed;
      });
  }

  /** Sends a request without TLS, once; no rule judges what comes back, for it may be anybody's. */
  async sendPlain(draft: DraftOf<S>, context: SendContext<S>): Promise<Observed<S>> {
    const place = this.sender.nextPlace();
    const request = await this.service.adapter.compose(draft);
    return this.#observe(await this.state.client.sendPlain(request), context, place);
  }

  /** Reads what came back, and has the token in it hidden from then on. */
  #observe(sent: Sent, context: SendContext<S>, place: Observed<S>['place']): Observed<S> {
    const { redactor } = this.state;
    const answer = readAnswer(sent, ownSuccesses(this.settings));
    for (const secret of [answer?.token, answer?.refreshToken])
      if (secret !== undefined) redactor.learn(secret);
    const { check } = this.sender;
    const secrets = redactor.known();
    return {
      ...{ sent, answer, context, secrets, place },
      ...(check !== undefined && { askedBy: check }),
    };
  }

  /** Sends the control with one difference; without a fault class it has to be accepted. */
  async probe(
    mutation: Mutation<DraftOf<S>>,
    fault: Pick<SendContext<S>, 'faultClass' | 'faultField' | 'diagnosis'> = {},
  ): Promise<Observed<S>> {
    const make = (base: DraftOf<S>) => ({
      draft: mutation.apply(base),
      context: { purpose: 'probe', mutation, base, ...fault } as const,
    });
    if (fault.faultClass === undefined) return sendValid(this, make);
    const ask = (repeats?: true) =>
      this.inTurn(async (send) => {
        await this.service.adapter.prepare?.(this);
        const { draft, context } = make(this.draft());
        return send({ draft, context: { ...context, ...(repeats && { repeats }) } });
      });
    const observed = await ask();
    // What may be granted as well can meet a passing trouble that has nothing to do with it.
    const mayBeGranted = fault.faultClass === 'other';
    return mayBeGranted && (observed.answer?.status ?? 0) >= 500 ? ask(true) : observed;
  }

  /** Sends the control again, to see that the target still accepts it. */
  async sendControl(): Promise<Observed<S>> {
    return sendValid(this, (draft) => ({ draft, context: { purpose: 'control' } }));
  }

  /**
   * Sends the control again. A target that refuses it, or leaves two in a row unanswered, is asked nothing more:
   * whatever it says then shows nothing. Where the control may be carried out once alone, another request stands in for
   * it.
   */
  async confirmControl(): Promise<ConfirmedControl> {
    if (this.once) return confirmByAnother(this);
    const control = await this.sendControl();
    const served = control.answer?.accepted === true;
    if (!served && !control.unconfirmed) this.state.course.controlFailed(control);
    return {
      accepted: served && this.grants(control),
      said: describeOutcome(control),
      record: () => this.record(control),
    };
  }

  /** Has all refusals judged that came so far: by the control, which is accepted still, or is not. */
  async settle(): Promise<void> {
    const { judging } = this.shared;
    if (this.shared.settled && !judging.holds) return;
    this.shared.settled = true;
    await this.confirmControl();
    if (this.state.course.ended) judging.drop();
  }

  /** True when a request that must be refused was not. */
  grants(observed: Pick<Observed<S>, 'answer'>): boolean {
    return this.shared.grants(observed);
  }

  /** Notes in the dialect what was seen of the target. */
  note(name: string, value: unknown): void {
    this.shared.dialect.note(name, value, [this.sender.position, 0]);
  }

  /** Stores an exchange as evidence, once, and gives its id. */
  async record(observed: Observed<S>): Promise<string> {
    const { sent, context, secrets, place } = observed;
    const control = context.base && (await this.service.adapter.compose(context.base));
    return this.shared.recordOnce(observed, () =>
      this.state.record(
        sent,
        {
          purpose: context.purpose,
          ...(context.mutation && {
            mutation: { name: context.mutation.name, field: context.mutation.field },
          }),
          ...(control && { control: withUserAgent(control) }),
        },
        { place, secrets },
      ),
    );
  }

  /** A text with the target's secrets taken out. */
  redact(text: string): string {
    return this.state.redactor.text(text);
  }
}

/** True for an answer by which the target surely carried nothing out. */
function isRefusal<S extends ServiceId>({ answer }: Observed<S>): boolean {
  return answer !== undefined && answer.status >= 300 && answer.status < 500;
}
