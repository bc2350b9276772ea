import type { TimestampForm } from '../../protocol/timestamp.js';
import { Dialect } from '../dialect/dialect.js';
import { Samples } from '../evidence/samples.js';
import { isCalledOnce } from '../plan/called-once.js';
import { getsControlAlone } from '../plan/production.js';
import type { WireSchema } from '../schema/wire-schema.js';
import type { ControlState } from './control-state.js';
import { Judging } from './judging.js';
import type { Observed } from './observed.js';
import type { FaultClass, Service, ServiceId, SettingsOf } from './service.js';
import { Tally } from './tally.js';
import type { TargetState } from './target-state.js';
import { OneByOne } from './turns/one-by-one.js';

/** Everything that one run keeps of one service of a target: its control, and what was seen so far. */
export class SessionState<S extends ServiceId> {
  readonly settings: SettingsOf<S>;
  /** It may be carried out once alone, by the control. */
  readonly once: boolean;
  /** That may have happened by now: nothing more is sent that the target would carry out. */
  spent = false;
  /** A valid request of this service was accepted: until then a refusal of one says nothing of the target's course. */
  wasAccepted = false;
  /** The control as it was accepted, of a service that is carried out once alone. */
  acceptedControl: Observed<S> | undefined;
  readonly tally = new Tally<Observed<S>>();
  readonly dialect: Dialect;
  /** Messages that can be judged by another profile once the run is done. */
  readonly samples = new Samples<Observed<S>>();
  readonly judging: Judging<S>;
  /** The first valid request that was refused at its own instant, and granted at another. */
  refusedInstant: Observed<S> | undefined;
  /** Fault classes of which a refusal was seen. */
  readonly refusedClasses = new Set<FaultClass>();
  /** The timestamp form of the control: the first documented one, or the one that the target took. */
  controlForm: TimestampForm;
  /** Which of the documented spellings the control has: the first one, or the one that the target took. */
  spelling = 0;
  /** A control was sent after all else, by which refusals are judged. */
  settled: boolean;
  /** Holds on to no message: what is recorded is kept cut to size, and a body can have a megabyte. */
  readonly #recorded = new WeakMap<Observed<S>, string>();
  /** All checks wait for the control, and would prepare what they send at the same moment. */
  readonly #goOn = new OneByOne();
  #control: Promise<ControlState> | undefined;
  #established: ControlState | undefined;
  #schema: WireSchema | undefined;

  constructor(
    readonly target: TargetState,
    readonly service: Service<S>,
  ) {
    const { adapter } = service;
    this.settings = adapter.settings(target.plan);
    this.once = adapter.id === 'transaction' && isCalledOnce(target.plan);
    this.controlForm = this.settings.timestamp.accept[0];
    const label = adapter.part === undefined ? adapter.id : `${adapter.id} ${adapter.part}`;
    this.dialect = new Dialect(
      (text, secrets) => target.redactor.text(text, secrets),
      adapter.id === 'token-b2b' ? '' : `${label}: `,
    );
    // As long as nothing can be refused, there is nothing to settle.
    this.settled = getsControlAlone(target.plan);
    this.judging = new Judging(this);
    target.join({
      service: label,
      control: () => this.#established,
      dialect: () => this.dialect.toJSON(),
    });
  }

  get schema(): WireSchema {
    this.#schema ??= this.service.adapter.schema(this.settings);
    return this.#schema;
  }

  /** The control, established once; later calls give the same finding. */
  async control(establish: () => Promise<ControlState>): Promise<ControlState> {
    this.#control ??= establish().then((state) => {
      this.#established = { ...state, message: this.target.redactor.message(state.message) };
      return this.#established;
    });
    const control = await this.#control;
    await this.#goOn.turn();
    return control;
  }

  /** True when a request that must be refused was not. */
  grants({ answer }: Pick<Observed<S>, 'answer'>): boolean {
    return answer !== undefined && this.service.adapter.grants(answer);
  }

  /** The id under which an exchange is stored; stores it when it isn't yet. */
  recordOnce(observed: Observed<S>, store: () => string): string {
    const known = this.#recorded.get(observed);
    if (known !== undefined) return known;
    const id = store();
    this.#recorded.set(observed, id);
    return id;
  }
}
