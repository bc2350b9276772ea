import type { CheckResult, ControlFinding, Exchange } from '../../../schemas/generated/result.js';
import type { LatencyStats } from '../http/latency.js';
import type { RunPlan } from '../plan/plan.js';

/** What a check hands over when it is done: its result, new evidence, and how the target stands by now. */
export interface CheckReport {
  target: string;
  check: CheckResult;
  exchanges: Exchange[];
  /** In a dry run: requests that the check would send to a conforming target. */
  planned?: number;
  /** Those of them that only get a token for the service's own. */
  plannedTokens?: number;
  /** In a dry run: pointers, below the service's settings, of the values that the check goes by. */
  settings?: string[];
  /** In a dry run: authorization codes that it would use. */
  codes?: number;
  /** Checks that waited for the control after them, which has come. */
  confirmations: Confirmation[];
  status: TargetStatus;
}

/** A negative check, and the control that was sent after it: where that was refused it shows nothing. */
export interface Confirmation {
  /** The check's. */
  id: string;
  /** The exchange. */
  control: string;
  accepted: boolean;
}

/** What is known of a target by now; later reports replace earlier ones. */
export interface TargetStatus {
  control: ControlFinding;
  /** The controls of all services that were tried, by service id. */
  controls: Record<string, ControlFinding>;
  dialect: Record<string, unknown>;
  /** Readings seen, by contradiction id. */
  readings: Record<string, string[]>;
  requests: number;
  /** Absent while nothing was answered. */
  latency?: LatencyStats;
  notes: string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    snapPlan: RunPlan;
  }
}

declare module '@vitest/runner' {
  interface TaskMeta {
    snap?: CheckReport;
  }
}
