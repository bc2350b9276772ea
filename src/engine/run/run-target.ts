import type { CheckResult, Exchange } from '../../../schemas/generated/result.js';
import { say } from '../../messages/message.js';
import { textOf, worded } from '../../messages/render.js';
import { atOnce } from '../checks/at-once.js';
import { establishControl } from '../control/control.js';
import { RunEnded } from '../http/run-ended.js';
import { type Likeness, likenesses } from '../likeness/likeness.js';
import type { Seen } from '../likeness/other-profile.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { Sender } from '../session/sender.js';
import type { Service, ServiceId } from '../session/service.js';
import { Session } from '../session/session.js';
import { SessionState } from '../session/session-state.js';
import { TargetState } from '../session/target-state.js';
import type { TargetStatus } from '../session/target-status.js';
import type { CheckReport } from './check-report.js';
import type { JournalEntry } from './journal-entry.js';
import { reviewCheck, runCheck } from './run-check.js';
import { effortOf, type SharedControl, type Step, stagesOf, stepsOf } from './steps.js';
import { TargetRecord } from './target-record.js';

/** What the checks of one target found. */
export interface TargetFindings {
  /** Those that the run reached, in no order. */
  checks: CheckResult[];
  status: TargetStatus;
  /** In the order of the run, ids unique within it. */
  exchanges: Exchange[];
  /** To the profiles that it wasn't tested by. */
  likenesses: Likeness[];
  durationMs: number;
}

/** How the run of one target is watched and stopped. */
export interface TargetRunOptions {
  onCheck?: ((report: CheckReport) => void) | undefined;
  /** Told of each check, before `onCheck` is, and of the end. */
  record?: ((entry: JournalEntry) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Called with each answer, so that whoever waits knows that the target is alive. */
  onAnswer?: (() => void) | undefined;
  /** Called once all checks are done, with what can be judged by other profiles. */
  onDone?: ((seen: Seen) => void) | undefined;
}

/** More checks than requests are under way, for many of them send one request after another. */
const checksPerRequest = 4;

/**
 * Runs all chosen checks of a target and of its further services, one after the other. A lock or a silence that one
 * meets ends the others too.
 *
 * @param services The target and its further services, or some of them.
 * @param found Called as each is done, with its place.
 */
export async function runServices(
  plan: RunPlan,
  services: readonly TargetPlan[],
  options: TargetRunOptions,
  found: (findings: TargetFindings, at: number) => void,
): Promise<void> {
  let state: TargetState | undefined;
  try {
    for (const [at, target] of services.entries()) {
      if (options.signal?.aborted) return;
      const run = new TargetRun(plan, target, options, state);
      state = run.state;
      found(await run.findings(), at);
    }
  } finally {
    await state?.close();
  }
}

/** Runs all chosen checks of one target, or of one of its further services alone. */
export async function runTarget(
  plan: RunPlan,
  target: TargetPlan,
  options: TargetRunOptions = {},
): Promise<TargetFindings> {
  const run = new TargetRun(plan, target, options);
  try {
    return await run.findings();
  } finally {
    await run.state.close();
  }
}

/** Runs all chosen checks of one target: most side by side, then those that need quiet, then those that judge. */
class TargetRun {
  readonly state: TargetState;
  readonly #sessions = new Map<string, SessionState<ServiceId>>();
  readonly #checks = new Map<string, CheckResult>();
  /** How long the checks took that nobody was told of yet: something may still change their outcome. */
  readonly #untold = new Map<string, number>();
  readonly #record: TargetRecord | undefined;
  /** Checks by position that wait for no shared control any more. */
  readonly #done = new Set<number>();
  readonly #begun = performance.now();

  constructor(
    private readonly plan: RunPlan,
    private readonly target: TargetPlan,
    private readonly options: TargetRunOptions,
    former?: TargetState,
  ) {
    const { signal, onAnswer, record } = options;
    this.state = new TargetState(target, { signal, onAnswer }, former);
    this.#record = record && new TargetRecord(this.state, record);
  }

  async findings(): Promise<TargetFindings> {
    const { concurrency } = this.target.limits;
    const steps = stepsOf(this.plan, this.target, effortOf(this.plan, this.target));
    const { together, alone, judging } = stagesOf(steps, this.target);
    const lanes = concurrency === 1 ? 1 : concurrency * checksPerRequest;
    await atOnce(
      together.length,
      lanes,
      async (index) => this.#run(together[index] as Step),
      () => !this.#stopped,
    );
    for (const step of alone) if (!this.#stopped) await this.#run(step);
    // They judge what was seen until then, whatever became of the target.
    for (const step of judging) if (!this.#interrupted) await this.#run(step);
    for (const step of steps) if (!this.#stopped) await this.#review(step);
    // A pass whose control was never sent shows nothing: the run ended before it was one.
    for (const id of steps.flatMap(({ confirmation }) => confirmation?.awaitedBy ?? []))
      this.#checks.delete(id);
    for (const id of this.#untold.keys()) this.#tell(id);
    const checks = [...this.#checks.values()];
    const status = this.state.status();
    // What a check recorded before the run was stopped amid it belongs to no finding.
    const named = new Set(
      [...checks, status.control, ...Object.values(status.controls)].flatMap(
        ({ exchanges }) => exchanges,
      ),
    );
    const exchanges = this.state.evidence().filter(({ id }) => named.has(id));
    const durationMs = performance.now() - this.#begun;
    const seen = { sessions: [...this.#sessions.values()], clockOffset: this.state.clockOffset };
    this.options.onDone?.(seen);
    const { suites } = this.plan;
    const found = likenesses({ suites, target: this.target, checks, exchanges, ...seen });
    const findings = { checks, status, exchanges, likenesses: found, durationMs };
    this.#record?.done(findings);
    return findings;
  }

  /** Nothing more is to be sent. */
  get #stopped(): boolean {
    return this.#interrupted || this.state.course.ended !== undefined;
  }

  get #interrupted(): boolean {
    return this.options.signal?.aborted ?? false;
  }

  async #run(step: Step): Promise<void> {
    const begun = performance.now();
    const session = this.#session(step);
    const check = await runCheck(this.plan, step, session);
    if (!check) return;
    this.#checks.set(step.id, check);
    this.#untold.set(step.id, performance.now() - begun);
    const awaitsReview = step.check.afterwards !== undefined && check.outcome === 'passed';
    if (!awaitsReview && !step.confirmation?.awaitedBy.includes(step.id)) this.#tell(step.id);
    if (step.confirmation) await this.#confirm(step, step.confirmation);
  }

  /** Tells of a check whose outcome is settled. */
  #tell(id: string): void {
    const check = this.#checks.get(id);
    const durationMs = this.#untold.get(id) ?? 0;
    this.#untold.delete(id);
    if (!check) return;
    this.#record?.check(check, performance.now() - this.#begun);
    const { requests } = this.state;
    this.options.onCheck?.({ target: this.target.name, check, durationMs, requests });
  }

  /** A pass that the rest of the run speaks against is none. */
  async #review(step: Step): Promise<void> {
    if (!step.check.afterwards || this.#checks.get(step.id)?.outcome !== 'passed') return;
    const check = await reviewCheck(this.plan, step, this.#session(step));
    if (check) this.#checks.set(step.id, check);
  }

  /** Sends the control that several checks share once the last of them is done. */
  async #confirm({ position, area }: Step, shared: SharedControl): Promise<void> {
    const { of, awaitedBy } = shared;
    this.#done.add(position);
    if (awaitedBy.length === 0 || !of.every((each) => this.#done.has(each)) || this.#stopped)
      return;
    // Its place is behind the last of them, whichever was done last.
    const sender = new Sender(Math.max(...of) + 0.5);
    const session = new Session(this.#sharedBy(area.service), sender, establishControl);
    const sent = await session.confirmControl().catch(unlessEnded);
    if (!sent) return;
    const { accepted } = sent;
    const control = await sent.record();
    for (const id of awaitedBy.splice(0)) {
      const check = this.#checks.get(id);
      if (check) this.#checks.set(id, confirmed(check, control, accepted));
      this.#tell(id);
    }
  }

  #session({ id, area, check, position }: Step): Session<ServiceId> {
    const shared = this.#sharedBy(area.service);
    return new Session(shared, new Sender(position, id, check.sequential), establishControl);
  }

  /** What the checks of a service share. */
  #sharedBy(service: Service<ServiceId>): SessionState<ServiceId> {
    const { id, part } = service.adapter;
    const key = JSON.stringify([id, part]);
    const known = this.#sessions.get(key);
    if (known) return known;
    const state = new SessionState(this.state, service);
    this.#sessions.set(key, state);
    return state;
  }
}

/** Nothing, when the run was stopped instead of sending. */
function unlessEnded(error: unknown): undefined {
  if (error instanceof RunEnded) return undefined;
  throw error;
}

/** A check with the control that came after it; a pass is taken back when that was refused. */
function confirmed(check: CheckResult, control: string, accepted: boolean): CheckResult {
  const exchanges = [...new Set([...check.exchanges, control])];
  if (accepted || check.outcome !== 'passed') return { ...check, exchanges };
  return {
    ...check,
    exchanges,
    outcome: 'cantTell',
    ...worded(say('run/checks/taken-back', { message: textOf(check) })),
  };
}
