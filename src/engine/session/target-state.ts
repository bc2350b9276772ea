import type { Exchange } from '../../../schemas/generated/result.js';
import type { TimestampForm } from '../../protocol/timestamp.js';
import type { ControlState } from '../control/control.js';
import { Redactor } from '../evidence/redact.js';
import { TargetClient } from '../http/client.js';
import { type Clock, systemClock } from '../http/clock.js';
import type { TargetPlan } from '../plan/plan.js';
import { Signer } from '../request/signer.js';
import { AccessTokens } from './access-tokens.js';
import type { TargetStatus } from './check-report.js';
import { CustomerGrants } from './customer/grants.js';
import { Readings } from './dialect.js';

/** What one session contributes to how its target stands. */
export interface Contribution {
  /** The service, and which of its operations where it has several. */
  service: string;
  control(): Promise<ControlState> | undefined;
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
  clockOffset = 0;
  /** The form of X-TIMESTAMP in token requests that the target was seen to take. */
  tokenForm: TimestampForm;
  /** Access tokens for transactions. */
  readonly tokens = new AccessTokens(this);
  /** The token that transactions carry now. */
  token: string | undefined;
  /** The customer of the config. */
  readonly customer: CustomerGrants | undefined;
  /** Id of the check that is under way: checks of a target run one after another. */
  activeCheck: string | undefined;
  readonly #contributions: Contribution[] = [];
  #fresh: Exchange[] = [];

  constructor(
    readonly target: TargetPlan,
    readonly nextExchangeId: () => string,
    readonly clock: Clock = systemClock,
  ) {
    this.client = new TargetClient(target, clock);
    this.redactor = new Redactor(target);
    this.customer =
      target.customer && new CustomerGrants(target.customer, this.redactor, target.tls.ca);
    this.signer = new Signer(target.client);
    this.otherSigner = target.otherClient && new Signer(target.otherClient);
    this.readings = new Readings(target.profile.contradictions);
    this.tokenForm = target.profile.services['token-b2b'].timestamp.accept[0];
  }

  /** The target's time, as far as known, epoch milliseconds. */
  now(): number {
    return Date.now() + this.clockOffset;
  }

  /** Adds a session; those added first speak first. */
  join(contribution: Contribution): void {
    this.#contributions.push(contribution);
  }

  /** Stores an exchange as evidence. */
  keep(exchange: Exchange): void {
    this.#fresh.push(exchange);
  }

  /** The exchanges stored since the last call. */
  takeExchanges(): Exchange[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** How the target stands by now. */
  async status(): Promise<TargetStatus> {
    const latency = this.client.latency.stats();
    const controls: TargetStatus['controls'] = {};
    const clockNotes: string[] = [];
    for (const { service, control } of this.#contributions) {
      const state = await control();
      if (!state) continue;
      const { outcome, message, causes, exchanges, clockNote } = state;
      controls[service] = { outcome, message, ...(causes && { causes }), exchanges };
      if (clockNote !== undefined) clockNotes.push(`${clockNote}; the run uses the target's time`);
    }
    return {
      // The token service is what everything else of a target builds on.
      control: controls['token-b2b'] ??
        Object.values(controls)[0] ?? {
          outcome: 'not-sent',
          message: 'no check needed the control',
          exchanges: [],
        },
      controls,
      dialect: Object.assign({}, ...this.#contributions.map(({ dialect }) => dialect())),
      readings: Object.fromEntries(
        this.target.profile.contradictions.map(({ id }) => [id, this.readings.of(id)]),
      ),
      requests: this.client.requests,
      ...(latency && { latency }),
      notes: [...this.target.notes, ...new Set(clockNotes)],
    };
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
