import type { Stage } from './stage.js';

/** Plays what a reader met, on a stage of its own, and asserts that the remedy helps. */
export interface Scenario {
  /** The entry of the texts that tells of it. */
  id: string;
  /** Variables of the reader's shell. */
  env?: Record<string, string>;
  play(stage: Stage): Promise<void>;
}
