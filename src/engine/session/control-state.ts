import type { ControlFinding } from '../../../schemas/generated/result.js';
import type { Text } from '../../messages/message.js';

/** How the target met the valid request. */
export interface ControlState extends Omit<ControlFinding, 'message' | 'says' | 'causes'> {
  message: Text;
  /** Likely causes, most likely first. */
  causes?: Text[];
  /** The grant could be read as one: without it a refusal can't be told from a grant. */
  readable: boolean;
  /** The wrong signing rule that the target follows instead of the documented one, in words. */
  wrongRule?: Text;
  /** Clock difference that was found and corrected, in words. */
  clockNote?: Text;
}
