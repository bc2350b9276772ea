import type { ControlFinding } from '../../../schemas/generated/result.js';
import type { Message } from '../../messages/message.js';

/** How the target met the valid request. */
export interface ControlState extends Omit<ControlFinding, 'message' | 'says' | 'causes'> {
  message: Message;
  /** Likely causes, most likely first. */
  causes?: Message[];
  /** The grant could be read as one: without it a refusal can't be told from a grant. */
  readable: boolean;
  /** The wrong signing rule that the target follows instead of the documented one: `signed over timestamp|clientId`. */
  wrongRule?: Message;
  /** Clock difference that was found and corrected. */
  clockNote?: Message;
}
