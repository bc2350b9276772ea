import type { CheckResult } from '../../../schemas/generated/result.js';
import type { TargetStatus } from '../../../src/engine/session/target-status.js';

/** Outcome and level of a check. */
export type Brief = [outcome: CheckResult['outcome'], level: CheckResult['level']];

/** How a control went. */
export type Control = TargetStatus['control']['outcome'];

/** The result of a check of which only outcome and level matter. */
export function checkOf([outcome, level]: Brief, id = 'a/b/c'): CheckResult {
  return { id, level, outcome, message: outcome, sources: [], exchanges: [] };
}

/** A target's status of which its control matters, and what else is given. */
export function statusOf(outcome: Control, changes: Partial<TargetStatus> = {}): TargetStatus {
  return {
    control: { outcome, message: outcome, exchanges: [] },
    controls: {},
    dialect: {},
    readings: {},
    requests: 0,
    notes: [],
    says: {},
    ...changes,
  };
}
