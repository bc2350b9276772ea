import type { CheckResult } from '../../../schemas/generated/result.js';
import type { PlacedExchange } from '../evidence/placed-exchange.js';
import type { TargetState } from '../session/target-state.js';
import type { TargetStanding } from '../session/target-status.js';
import type { JournalEntry } from './journal-entry.js';
import type { TargetFindings } from './run-target.js';

/** Tells a journal what becomes of one target. */
export class TargetRecord {
  /** Ids of the exchanges that the journal has. */
  readonly #told = new Set<string>();
  /** How the target stood when that was last told. */
  #standing = '';

  constructor(
    private readonly state: TargetState,
    private readonly record: (entry: JournalEntry) => void,
  ) {}

  /** A check is done. @param durationMs For how long the target has been tested. */
  check(check: CheckResult, durationMs: number): void {
    const standing = this.state.standing();
    const text = JSON.stringify(standing);
    const changed = text !== this.#standing;
    this.#standing = text;
    this.record({
      entry: 'check',
      target: this.state.plan.name,
      at: Date.now(),
      check,
      exchanges: this.#new([...check.exchanges, ...exchangesOf(standing)]),
      ...(changed && { standing }),
      requests: this.state.requests,
      durationMs,
    });
  }

  /** Nothing more is done for the target. */
  done({ status, likenesses, durationMs }: TargetFindings): void {
    this.record({
      entry: 'target-done',
      target: this.state.plan.name,
      at: Date.now(),
      status,
      likenesses,
      exchanges: this.#new(exchangesOf(status)),
      durationMs,
    });
  }

  /** Those of the exchanges that weren't told before. */
  #new(ids: readonly string[]): PlacedExchange[] {
    return [...new Set(ids)].flatMap((id) => {
      const exchange = this.#told.has(id) ? undefined : this.state.recorded(id);
      this.#told.add(id);
      return exchange ?? [];
    });
  }
}

function exchangesOf({ control, controls }: TargetStanding): string[] {
  return [control, ...Object.values(controls)].flatMap(({ exchanges }) => exchanges);
}
