import type { CheckResult } from '../../../schemas/generated/result.js';
import type { Message, Text } from '../../messages/message.js';
import { levelUnder } from '../catalogue/level.js';
import { CheckContext } from '../checks/check.js';
import type { PlacedCheck, Suites } from '../checks/suites.js';
import { effortAt } from '../plan/effort.js';
import type { TargetPlan } from '../plan/plan.js';
import { CheckEnded } from '../session/outcome.js';
import { Sender } from '../session/sender.js';
import type { Service, ServiceId } from '../session/service.js';
import { Session } from '../session/session.js';
import { SessionState } from '../session/session-state.js';
import { TargetState } from '../session/target-state.js';

/** What a run saw of a target. */
export interface Seen {
  sessions: readonly SessionState<ServiceId>[];
  /** Milliseconds to add to this machine's clock to get the target's. */
  clockOffset: number;
}

/** What a check comes to under another profile. */
export interface JudgedAs {
  id: string;
  level: CheckResult['level'];
  /** What breaks it; absent if every message keeps it. */
  broken?: Message;
}

/** Judges the messages of a run again, by another profile. Sends nothing. */
export class OtherProfile {
  readonly #state: TargetState;
  readonly #sessions = new Map<string, SessionState<ServiceId>>();

  /** @param plan The target of the run under the other profile. */
  constructor(
    private readonly suites: Suites,
    readonly plan: TargetPlan,
    { sessions, clockOffset }: Seen,
  ) {
    this.#state = new TargetState(plan);
    this.#state.clockOffset = clockOffset;
    for (const { service, samples } of sessions) {
      const { judging } = this.#sessionOf(service);
      for (const observed of samples.all()) judging.judgeAgain(observed);
    }
  }

  /** The checks over messages that the profile asks for, and of which some message spoke. */
  judged(): JudgedAs[] {
    return this.suites.checks().flatMap((placed): JudgedAs[] => {
      if (!placed.check.judges || !this.asks(placed)) return [];
      const { tally } = this.#sessionOf(placed.area.service);
      const { judged, plainest } = tally.of(placed.id);
      if (judged === 0) return [];
      const { level } = this.#under(placed);
      return [{ id: placed.id, level, ...(plainest && { broken: plainest.message }) }];
    });
  }

  /** True if the profile asks for the check at all. */
  asks(placed: PlacedCheck): boolean {
    if (this.#under(placed).inapplicable !== undefined) return false;
    try {
      placed.check.when?.(this.#contextOf(placed));
      return true;
    } catch (error) {
      if (error instanceof CheckEnded) return false;
      throw error;
    }
  }

  /** What the check sends under the profile, those inputs that don't come by chance: as mutations name it. */
  inputs(placed: PlacedCheck): Text[] {
    const { check } = placed;
    return (check.inputs?.(this.#contextOf(placed)) ?? []).map(({ name }) => name);
  }

  #under({ id, check }: PlacedCheck) {
    const requirement = this.suites.catalogue.get(id);
    if (!requirement) throw new RangeError(id);
    return levelUnder(requirement, this.plan.profile, check.settings);
  }

  #contextOf({ id, area }: PlacedCheck): CheckContext<ServiceId> {
    const session = new Session(this.#sessionOf(area.service), new Sender(-1, id), neverAsked);
    return new CheckContext(session, id, { seed: 0, effort: effortAt.standard });
  }

  #sessionOf(service: Service<ServiceId>): SessionState<ServiceId> {
    const key = JSON.stringify([service.adapter.id, service.adapter.part]);
    const known = this.#sessions.get(key);
    if (known) return known;
    const made = new SessionState(this.#state, service);
    this.#sessions.set(key, made);
    return made;
  }
}

const neverAsked = () => Promise.reject(new Error('nothing is sent to judge again'));
