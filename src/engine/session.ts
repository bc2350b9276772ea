import type { Exchange } from '../../schemas/generated/result.js';
import type { TokenB2b } from '../../schemas/settled.js';
import { formatTimestamp, type TimestampForm } from '../protocol/timestamp.js';
import { type Answer, readAnswer } from './answer.js';
import { TargetClient } from './client.js';
import { type ControlState, establishControl } from './control.js';
import { Dialect, Readings } from './dialect.js';
import { compose, type Mutation, type TokenDraft } from './draft.js';
import { recordExchange } from './evidence.js';
import type { Forecast } from './forecast.js';
import { Judging } from './judging.js';
import type { TargetPlan } from './plan.js';
import { Redactor, type Secrets } from './redact.js';
import type { FaultClass, Service } from './service.js';
import { Signer } from './signer.js';
import { Tally } from './tally.js';
import { sendValid } from './valid-request.js';
import type { Sent } from './wire.js';
import { type WireSchema, wireSchemaOf } from './wire-schema.js';

/** What a request is sent for. */
export interface SendContext {
  purpose: Exchange['purpose'];
  mutation?: Mutation;
  /** The draft before the mutation. */
  base?: TokenDraft;
  /** What the request gets wrong; absent where it must be accepted. */
  faultClass?: FaultClass;
  faultField?: string;
}

/** A sent request with what came back, ready to be recorded as evidence. */
export interface Observed {
  sent: Sent;
  answer: Answer | undefined;
  context: SendContext;
  /** What had to be hidden when it came back. */
  secrets: Secrets;
  /** A refusal of a valid request that didn't come again: it shows nothing. */
  unconfirmed?: true;
}

/** Everything that one run keeps of one target: connection, credentials, what was seen so far. */
export class Session {
  readonly settings: TokenB2b;
  readonly schema: WireSchema;
  readonly signer: Signer;
  readonly otherSigner: Signer | undefined;
  readonly tally = new Tally<Observed>();
  readonly dialect = new Dialect((text) => this.redact(text));
  readonly readings: Readings;
  /** Milliseconds to add to this machine's clock to get the target's. */
  clockOffset = 0;
  readonly #client: TargetClient;
  readonly #redactor: Redactor;
  readonly #judging: Judging;
  /** The first valid request that was refused at its own instant, and granted at another. */
  refusedInstant: Observed | undefined;
  /** Fault classes of which a refusal was seen. */
  readonly refusedClasses = new Set<FaultClass>();
  /** Holds on to no message: what is recorded is kept cut to size, and a body can have a megabyte. */
  readonly #recorded = new WeakMap<Observed, string>();
  #fresh: Exchange[] = [];
  #unconfirmed: string[] = [];
  #retracted: string[] = [];
  #control: Promise<ControlState> | undefined;

  constructor(
    readonly target: TargetPlan,
    readonly service: Service,
    private readonly nextExchangeId: () => string,
    /** What a dry run counts. */
    readonly forecast: Forecast,
  ) {
    this.settings = target.profile.services[service.id];
    this.controlForm = this.settings.timestamp.accept[0];
    this.schema = wireSchemaOf(this.settings);
    this.signer = new Signer(target.client);
    this.otherSigner = target.otherClient && new Signer(target.otherClient);
    this.readings = new Readings(target.profile.contradictions);
    this.#client = new TargetClient(target);
    this.#redactor = new Redactor(target);
    this.#judging = new Judging(this);
  }

  /** Requests sent to the target so far. */
  get requests(): number {
    return this.#client.requests;
  }

  /** Requests that may be under way at once. */
  get concurrency(): number {
    return this.target.limits.concurrency;
  }

  /** The target's time, as far as known, epoch milliseconds. */
  now(): number {
    return Date.now() + this.clockOffset;
  }

  /** The valid request, for now or another instant, in a documented timestamp form. */
  draft(form: TimestampForm = this.controlForm, instant: number = this.now()): TokenDraft {
    const { path, grantType, signature } = this.settings;
    return {
      method: 'POST',
      path,
      clientId: this.signer.clientId,
      timestamp: formatTimestamp(instant, form),
      key: this.signer.key,
      signing: this.signer.signing(signature.encoding),
      contentType: 'application/json',
      body: Buffer.from(JSON.stringify({ [grantType.member]: grantType.value })),
      chunked: false,
    };
  }

  /** The timestamp form of the control: the first documented one, or the one that the target took. */
  controlForm: TimestampForm;

  /** The control, sent once at the start of the run; later calls give the same finding. */
  control(): Promise<ControlState> {
    this.#control ??= establishControl(this).then((state) => ({
      ...state,
      message: this.redact(state.message),
    }));
    return this.#control;
  }

  /** The finding on the control, where it was sent. */
  get controlSoFar(): Promise<ControlState> | undefined {
    return this.#control;
  }

  /** Sends a draft, has what comes back judged by the service's rules, and hands it on. */
  async send(draft: TokenDraft, context: SendContext): Promise<Observed> {
    const sent = await this.#client.send(await compose(draft));
    const answer = readAnswer(sent);
    if (answer?.token !== undefined) this.#redactor.learn(answer.token);
    const observed: Observed = { sent, answer, context, secrets: this.#redactor.known() };
    this.#judging.judge(observed);
    return observed;
  }

  /** Sends a request without TLS, once; no rule judges what comes back, for it may be anybody's. */
  async sendPlain(draft: TokenDraft, context: SendContext): Promise<Observed> {
    const sent = await this.#client.sendPlain(await compose(draft));
    return { sent, answer: readAnswer(sent), context, secrets: this.#redactor.known() };
  }

  /** Sends the control with one difference; without a fault class it has to be accepted. */
  probe(
    mutation: Mutation,
    fault: { faultClass?: FaultClass; faultField?: string } = {},
  ): Promise<Observed> {
    const make = (base: TokenDraft) => ({
      draft: mutation.apply(base),
      context: { purpose: 'probe', mutation, base, ...fault } as const,
    });
    if (fault.faultClass === undefined) return sendValid(this, make);
    const { draft, context } = make(this.draft());
    return this.send(draft, context);
  }

  /** Sends the control again, to see that the target still accepts it. */
  sendControl(): Promise<Observed> {
    return sendValid(this, (draft) => ({ draft, context: { purpose: 'control' } }));
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

  /** The control was accepted: what waited for it stands. */
  confirmed(): void {
    this.#unconfirmed = [];
  }

  /** The control was refused: what waited for it shows nothing. */
  retract(): void {
    this.#retracted.push(...this.#unconfirmed);
    this.#unconfirmed = [];
  }

  /** Ids of passed checks that were taken back since the last call. */
  takeRetracted(): string[] {
    const retracted = this.#retracted;
    this.#retracted = [];
    return retracted;
  }

  /** Stores an exchange as evidence, once, and gives its id. */
  async record(observed: Observed): Promise<string> {
    const known = this.#recorded.get(observed);
    if (known !== undefined) return known;
    const id = this.nextExchangeId();
    this.#recorded.set(observed, id);
    const { sent, context, secrets } = observed;
    const control = context.base && (await compose(context.base));
    this.#fresh.push(
      recordExchange(
        id,
        sent,
        {
          target: this.target.name,
          purpose: context.purpose,
          ...(context.mutation && { mutation: context.mutation }),
          ...(control && { control }),
        },
        (text) => this.#redactor.text(text, secrets),
      ),
    );
    return id;
  }

  /** A text with the target's secrets taken out. */
  redact(text: string): string {
    return this.#redactor.text(text);
  }

  /** As {@link redact}, for every text of a JSON value. */
  redactValue(value: unknown): unknown {
    return this.#redactor.value(value);
  }

  /** The exchanges recorded since the last call. */
  takeExchanges(): Exchange[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** Puts down what can be made again, while other targets have their turn. */
  rest(): void {
    this.#redactor.rest();
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
