import type { ControlFinding } from '../../../schemas/generated/result.js';
import type { Message } from '../../messages/message.js';
import type { LatencyStats } from '../http/latency.js';

/** What a run knows of a target. */
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
  /** Why the target was asked nothing more before the last check. */
  ended?: Message;
  notes: string[];
}
