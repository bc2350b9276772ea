import type { ControlFinding } from '../../../schemas/generated/result.js';
import type { Message } from '../../messages/message.js';
import type { LatencyStats } from '../http/latency.js';

/** What a run knows of a target besides its checks and the counts of its requests. */
export interface TargetStanding {
  control: ControlFinding;
  /** The controls of all services that were tried, by service id. */
  controls: Record<string, ControlFinding>;
  dialect: Record<string, unknown>;
  /** Readings seen, by contradiction id. */
  readings: Record<string, string[]>;
  /** Why the target was asked nothing more before the last check. */
  ended?: Message;
  notes: string[];
  /** What texts of ours are made of, by the text in English. */
  says: Record<string, Message>;
}

/** What a run knows of a target. */
export interface TargetStatus extends TargetStanding {
  requests: number;
  /** Absent while nothing was answered. */
  latency?: LatencyStats;
}
