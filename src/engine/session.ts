import type { Exchange } from '../../schemas/generated/result.js';
import type { TokenB2b } from '../../schemas/settled.js';
import { formatTimestamp, type TimestampForm } from '../protocol/timestamp.js';
import { type Answer, readAnswer } from './answer.js';
import type { Confirmation } from './check-report.js';
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
  /** Fault classes of which a refusal was seen. */
  readonly refusedClasses = new Set<FaultClass>();
  /** Holds on to no message: what is recorded is kept cut to size, and a body can have a megabyte. */
  readonly #recorded = new WeakMap<Observed, string>();
  #fresh: Exchange[] = [];
  #unconfirmed: string[] = [];
  #confirmations: Confirmation[] = [];
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

  /** The valid request, for now, in a documented timestamp form. */
  draft(form: TimestampForm = this.controlForm): TokenDraft {
    const { path, grantType, signature } = this.settings;
    return {
      method: 'POST',
      path,
      clientId: this.signer.clientId,
      timestamp: formatTimestamp(this.now(), form),
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
    const observed = this.#observe(sent, context);
    this.#judging.judge(observed);
    return observed;
  }

  /** Sends a request without TLS, once; no rule judges what comes back, for it may be anybody's. */
  async sendPlain(draft: TokenDraft, context: SendContext): Promise<Observed> {
    const sent = await this.#client.sendPlain(await compose(draft));
    return this.#observe(sent, context);
  }

  /** Reads what came back, and has the token in it hidden from then on. */
  #observe(sent: Sent, context: SendContext): Observed {
    const answer = readAnswer(sent);
    if (answer?.token !== undefined) this.#redactor.learn(answer.token);
    return { sent, answer, context, secrets: this.#redactor.known() };
  }

  /** Sends the control with one difference. */
  probe(
    mutation: Mutation,
    fault: { faultClass?: FaultClass; faultField?: string } = {},
  ): Promise<Observed> {
    const base = this.draft();
    return this.send(mutation.apply(base), { purpose: 'probe', mutation, base, ...fault });
  }

  /** Sends the control again, to see that the target still accepts it. */
  sendControl(): Promise<Observed> {
    return this.send(this.draft(), { purpose: 'control' });
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
