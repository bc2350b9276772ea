import type { ControlFinding } from '../../../schemas/generated/result.js';

/** How the target met the valid request. */
export interface ControlState extends ControlFinding {
  /** The grant could be read as one: without it a refusal can't be told from a grant. */
  readable: boolean;
  /** The wrong signing rule that the target follows instead of the documented one, in words. */
  wrongRule?: string;
  /** Clock difference that was found and corrected, in words. */
  clockNote?: string;
}
