import type { Exchange } from '../../../schemas/generated/result.js';
import type { TimestampForm } from '../../protocol/timestamp.js';
import { type ControlState, establishControl } from '../control/control.js';
import { recordExchange } from '../evidence/evidence.js';
import type { Secrets } from '../evidence/redact.js';
import { type Answer, readAnswer } from '../http/answer.js';
import type { Sent } from '../http/wire.js';
import type { TargetPlan } from '../plan/plan.js';
import type { Mutation } from '../request/draft.js';
import type { Signer } from '../request/signer.js';
import type { Forecast } from '../run/forecast.js';
import type { WireSchema } from '../schema/wire-schema.js';
import type { Confirmation } from './check-report.js';
import { Dialect, type Readings } from './dialect.js';
import { Judging } from './judging.js';
import type { DraftOf, FaultClass, Service, ServiceId, SettingsOf } from './service.js';
import { Tally } from './tally.js';
import type { TargetState } from './target-state.js';
import { sendValid } from './valid-request.js';

/** What a request is sent for. */
export interface SendContext<S extends ServiceId = 'token-b2b'> {
  purpose: Exchange['purpose'];
  mutation?: Mutation<DraftOf<S>>;
  /** The draft before the mutation. */
  base?: DraftOf<S>;
  /** What the request gets wrong; absent where it must be accepted. */
  faultClass?: FaultClass;
  faultField?: string;
}

/** A sent request with what came back, ready to be recorded as evidence. */
export interface Observed<S extends ServiceId = 'token-b2b'> {
  sent: Sent;
  answer: Answer | undefined;
  context: SendContext<S>;
  /** What had to be hidden when it came back. */
  secrets: Secrets;
  /** Id of the check that sent it; absent where none did. */
  askedBy?: string;
  /** A refusal of a valid request that didn't come again: it shows nothing. */
  unconfirmed?: true;
}

/** Everything that one run keeps of one service of a target: its control, and what was seen so far. */
export class Session<S extends ServiceId = 'token-b2b'> {
  readonly settings: SettingsOf<S>;
  readonly schema: WireSchema;
  readonly tally = new Tally<Observed<S>>();
  readonly dialect: Dialect;
  readonly #judging: Judging<S>;
  /** The first valid request that was refused at its own instant, and granted at another. */
  refusedInstant: Observed<S> | undefined;
  /** Fault classes of which a refusal was seen. */
  readonly refusedClasses = new Set<FaultClass>();
  /** Holds on to no message: what is recorded is kept cut to size, and a body can have a megabyte. */
  readonly #recorded = new WeakMap<Observed<S>, string>();
  #unconfirmed: string[] = [];
  #confirmations: Confirmation[] = [];
  #control: Promise<ControlState> | undefined;

  constructor(
    readonly state: TargetState,
    readonly service: Service<S>,
    /** What a dry run counts. */
    readonly forecast: Forecast,
  ) {
    const { adapter } = service;
    this.settings = adapter.settings(this.target);
    this.controlForm = this.settings.timestamp.accept[0];
    this.schema = adapter.schema(this.settings);
    const label = adapter.part === undefined ? adapter.id : `${adapter.id} ${adapter.part}`;
    this.dialect = new Dialect(
      (text) => this.redact(text),
      adapter.id === 'token-b2b' ? '' : `${label}: `,
    );
    this.#judging = new Judging(this);
    state.join({
      service: label,
      control: () => this.#control,
      dialect: () => this.dialect.toJSON(),
    });
  }

  get target(): TargetPlan {
    return this.state.target;
  }

  get signer(): Signer {
    return this.state.signer;
  }

  get otherSigner(): Signer | undefined {
    return this.state.otherSigner;
  }

  get readings(): Readings {
    return this.state.readings;
  }

  /** Requests sent to the target so far. */
  get requestCount(): number {
    return this.state.client.requests;
  }

  /** Requests that may be under way at once. */
  get concurrency(): number {
    return this.service.adapter.serial?.(this.settings) ? 1 : this.target.limits.concurrency;
  }

  /** Milliseconds to add to this machine's clock to get the target's. */
  get clockOffset(): number {
    return this.state.clockOffset;
  }

  set clockOffset(offset: number) {
    this.state.clockOffset = offset;
  }

  /** The target's time, as far as known, epoch milliseconds. */
  now(): number {
    return this.state.now();
  }

  /** The valid request, for now or another instant, in the control's timestamp form. */
  draft(instant: number = this.now()): DraftOf<S> {
    return this.service.adapter.draft(this, instant);
  }

  /** The timestamp form of the control: the first documented one, or the one that the target took. */
  controlForm: TimestampForm;

  /** Which of the documented spellings the control has: the first one, or the one that the target took. */
  spelling = 0;

  /** The control, sent once at the start of the run; later calls give the same finding. */
  control(): Promise<ControlState> {
    this.#control ??= establishControl(this).then((state) => ({
      ...state,
      message: this.redact(state.message),
    }));
    return this.#control;
  }

  /** Sends a draft, has what comes back judged by the service's rules, and hands it on. */
  async send(draft: DraftOf<S>, context: SendContext<S>): Promise<Observed<S>> {
    const request = await this.service.adapter.compose(draft);
    const observed = this.#observe(await this.state.client.send(request), context);
    this.#judging.judge(observed);
    this.service.adapter.learn?.(observed, this);
    return observed;
  }

  /** Sends a request without TLS, once; no rule judges what comes back, for it may be anybody's. */
  async sendPlain(draft: DraftOf<S>, context: SendContext<S>): Promise<Observed<S>> {
    const request = await this.service.adapter.compose(draft);
    return this.#observe(await this.state.client.sendPlain(request), context);
  }

  /** Reads what came back, and has the token in it hidden from then on. */
  #observe(sent: Sent, context: SendContext<S>): Observed<S> {
    const { redactor } = this.state;
    const answer = readAnswer(sent);
    for (const secret of [answer?.token, answer?.refreshToken])
      if (secret !== undefined) redactor.learn(secret);
    const { activeCheck } = this.state;
    const observed = { sent, answer, context, secrets: redactor.known() };
    return activeCheck === undefined ? observed : { ...observed, askedBy: activeCheck };
  }

  /** Sends the control with one difference; without a fault class it has to be accepted. */
  async probe(
    mutation: Mutation<DraftOf<S>>,
    fault: { faultClass?: FaultClass; faultField?: string } = {},
  ): Promise<Observed<S>> {
    const make = (base: DraftOf<S>) => ({
      draft: mutation.apply(base),
      context: { purpose: 'probe', mutation, base, ...fault } as const,
    });
    if (fault.faultClass === undefined) return sendValid(this, make);
    await this.service.adapter.prepare?.(this);
    const { draft, context } = make(this.draft());
    return this.send(draft, context);
  }

  /** Sends the control again, to see that the target still accepts it. */
  async sendControl(): Promise<Observed<S>> {
    return sendValid(this, (draft) => ({ draft, context: { purpose: 'control' } }));
  }

  /** True where a request that must be refused was not. */
  grants({ answer }: Pick<Observed<S>, 'answer'>): boolean {
    return answer !== undefined && this.service.adapter.grants(answer);
  }

  /** Notes a negative check whose control is still to come; gives how many there are. */
  awaitConfirmation(id: string): number {
    this.#unconfirmed.push(id);
    return this.#unconfirmed.length;
  }

  /** True where passed checks still wait for their control. */
  get unconfirmed(): boolean {
    return this.#unconfirmed.length > 0;
  }

  /** The control came: what waited for it stands where it was accepted, and shows nothing otherwise. */
  settleUnconfirmed(control: string, accepted: boolean): void {
    this.#confirmations.push(...this.#unconfirmed.map((id) => ({ id, control, accepted })));
    this.#unconfirmed = [];
  }

  /** What became since the last call of checks that waited for their control. */
  takeConfirmations(): Confirmation[] {
    const confirmations = this.#confirmations;
    this.#confirmations = [];
    return confirmations;
  }

  /** Stores an exchange as evidence, once, and gives its id. */
  async record(observed: Observed<S>): Promise<string> {
    const known = this.#recorded.get(observed);
    if (known !== undefined) return known;
    const id = this.state.nextExchangeId();
    this.#recorded.set(observed, id);
    const { sent, context, secrets } = observed;
    const { redactor } = this.state;
    const control = context.base && (await this.service.adapter.compose(context.base));
    this.state.keep(
      recordExchange(
        id,
        sent,
        {
          target: this.target.name,
          purpose: context.purpose,
          ...(context.mutation && { mutation: context.mutation }),
          ...(control && { control }),
        },
        (text) => redactor.text(text, secrets),
      ),
    );
    return id;
  }

  /** A text with the target's secrets taken out. */
  redact(text: string): string {
    return this.state.redactor.text(text);
  }

  /** As {@link redact}, for every text of a JSON value. */
  redactValue(value: unknown): unknown {
    return this.state.redactor.value(value);
  }
}
