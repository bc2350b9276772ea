import PQueue from 'p-queue';
import type { Exchange } from '../../../schemas/generated/result.js';
import { say } from '../../messages/message.js';
import { render, worded } from '../../messages/render.js';
import type { TimestampForm } from '../../protocol/timestamp.js';
import { Readings } from '../dialect/readings.js';
import { type ExchangeContext, recordExchange } from '../evidence/evidence.js';
import type { Place } from '../evidence/place.js';
import { inOrder, type PlacedExchange } from '../evidence/placed-exchange.js';
import { Redactor, type Secrets } from '../evidence/redact.js';
import { type ClientOptions, TargetClient } from '../http/client.js';
import { type Clock, systemClock } from '../http/clock.js';
import type { Sent } from '../http/wire.js';
import type { TargetPlan } from '../plan/plan.js';
import { Signer } from '../request/signer.js';
import type { ControlState } from './control-state.js';
import { CustomerGrants } from './customer/grants.js';
import { Sender } from './sender.js';
import { TargetCourse } from './target-course.js';
import type { TargetStanding, TargetStatus } from './target-status.js';
import { AccessTokens } from './tokens/access-tokens.js';

/** What one session contributes to how its target stands. */
export interface Contribution {
  /** The service, and which of its operations if it has several. */
  service: string;
  /** Undefined until it is established. */
  control(): ControlState | undefined;
  dialect(): Record<string, unknown>;
}

/** What all services of one target share: its connections, credentials, secrets, clock and evidence. */
export class TargetState {
  readonly client: TargetClient;
  readonly redactor: Redactor;
  readonly signer: Signer;
  readonly otherSigner: Signer | undefined;
  readonly readings: Readings;
  /** Milliseconds to add to this machine's clock to get the target's. */
  clockOffset: number;
  /** The form of X-TIMESTAMP in token requests that the target was seen to take. */
  tokenForm: TimestampForm;
  /** Access tokens for transactions. */
  readonly tokens = new AccessTokens(this);
  /** The token that transactions carry now. */
  token: string | undefined;
  /** The customer of the config. */
  readonly customer: CustomerGrants | undefined;
  readonly clock: Clock;
  /** How the target has fared, and why it is asked nothing more. */
  readonly course: TargetCourse;
  readonly #requestsBefore: number;
  readonly #contributions: Contribution[] = [];
  readonly #exchanges = new Map<string, PlacedExchange>();
  readonly #run = new Sender(-1);
  readonly #turns: PQueue;

  /**
   * @param former The same target with the service before this one, when it is done: its connections, its pace and
   * what was learnt of the target go on.
   */
  constructor(
    readonly plan: TargetPlan,
    options: ClientOptions = {},
    former?: TargetState,
  ) {
    const { clock = systemClock } = options;
    this.client = former?.client ?? new TargetClient(plan, options);
    this.#requestsBefore = this.client.measureAnew();
    this.#turns = new PQueue({ concurrency: plan.limits.concurrency });
    this.clock = clock;
    this.course = former?.course ?? new TargetCourse(this.client);
    this.redactor = former?.redactor ?? new Redactor(plan);
    this.customer =
      plan.customer &&
      (former?.customer?.again() ?? new CustomerGrants(plan.customer, this.redactor, plan.tls.ca));
    this.clockOffset = former?.clockOffset ?? 0;
    this.signer = new Signer(plan.client);
    this.otherSigner = plan.otherClient && new Signer(plan.otherClient);
    this.readings = new Readings(plan.profile.contradictions);
    this.tokenForm = former?.tokenForm ?? plan.profile.services['token-b2b'].timestamp.accept[0];
  }

  /** Requests that it got so far, retries included. */
  get requests(): number {
    return this.client.requests - this.#requestsBefore;
  }

  /** The target's time, as far as known, epoch milliseconds. */
  now(): number {
    return Date.now() + this.clockOffset;
  }

  /**
   * Waits until one more request may be under way, and then makes and sends it: a request that waited after
   * it was made would carry an old timestamp. Of those who wait, who has the fewest requests goes first, so
   * that a check that sends one after the other isn't held up by one that sends many at once.
   */
  async turn<T>(sender: Sender, send: () => Promise<T>): Promise<T> {
    const priority = sender.urgent ? 1 : -sender.pending;
    sender.pending += 1;
    try {
      return await this.#turns.add(send, { priority });
    } finally {
      sender.pending -= 1;
    }
  }

  /** Adds a session; those added first speak first. */
  join(contribution: Contribution): void {
    this.#contributions.push(contribution);
  }

  /**
   * Stores an exchange as evidence, and gives an id that is unique in the run. What no check sent, a token
   * for others, belongs to the run itself.
   */
  record(
    sent: Sent,
    context: Omit<ExchangeContext, 'target'>,
    { place = this.#run.nextPlace(), secrets }: { place?: Place; secrets?: Secrets } = {},
  ): string {
    const id = `${this.plan.name}#${this.#exchanges.size}`;
    const whose = { target: this.plan.name, ...context };
    const exchange = recordExchange(id, sent, whose, this.redactor.at(secrets));
    this.#exchanges.set(id, { exchange, place });
    return id;
  }

  /** All evidence, in the order of the run. */
  evidence(): Exchange[] {
    return inOrder([...this.#exchanges.values()]);
  }

  /** The stored exchange with this id. */
  recorded(id: string): PlacedExchange | undefined {
    return this.#exchanges.get(id);
  }

  /** How the target stands by now, with the counts of all its requests. */
  status(): TargetStatus {
    const latency = this.client.latency.stats();
    return {
      ...this.standing(),
      requests: this.requests,
      ...(latency && { latency }),
    };
  }

  /** What was found of the target by now, besides its checks. */
  standing(): TargetStanding {
    const controls: TargetStatus['controls'] = {};
    const clockNotes: string[] = [];
    for (const { service, control } of this.#contributions) {
      const state = control();
      if (!state) continue;
      const { outcome, message, causes, exchanges, readable, clockNote } = state;
      controls[service] = {
        outcome,
        ...worded(message),
        ...(causes && { causes: causes.map(render) }),
        ...(outcome === 'accepted' && !readable && { unreadable: true as const }),
        exchanges,
      };
      if (clockNote !== undefined)
        clockNotes.push(render(say('run/control/clock-corrected', { note: clockNote })));
    }
    return {
      // The token service is what everything else of a target builds on.
      control: controls['token-b2b'] ??
        Object.values(controls)[0] ?? {
          outcome: 'not-sent',
          ...worded(say('run/control/not-needed')),
          exchanges: [],
        },
      controls,
      dialect: Object.assign({}, ...this.#contributions.map(({ dialect }) => dialect())),
      readings: Object.fromEntries(
        this.plan.profile.contradictions.map(({ id }) => [id, this.readings.of(id)]),
      ),
      ...(this.course.ended !== undefined && { ended: this.course.ended }),
      notes: [...this.plan.notes, ...this.course.notes().map(render), ...new Set(clockNotes)],
    };
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
