import type { Services } from '../../../schemas/generated/profile.js';
import type { ControlFinding } from '../../../schemas/generated/result.js';
import type { Message } from '../../messages/message.js';
import type { MistakeId } from '../mistakes/catalogue/catalogue.js';

/** A mistake that makes a signature which the target took. */
export interface SaidMistake {
  id: MistakeId;
  /** Completes "signed …". */
  says: Message;
  /** What the server looks at. */
  server: Message;
}

/** How the target met the valid request. */
export interface ControlState extends Omit<ControlFinding, 'message' | 'says' | 'causes'> {
  message: Message;
  /** Likely causes, most likely first. */
  causes?: Message[];
  /** The grant could be read as one: without it a refusal can't be told from a grant. */
  readable: boolean;
  /** The wrong signing rule that the target follows instead of the documented one: `signed over timestamp|clientId`. */
  wrongRule?: Message;
  /** That rule in mistakes of the catalogue, and others that make the same signature of the control. */
  mistakes?: readonly SaidMistake[];
  alternatives?: readonly SaidMistake[];
  /** What of a config says what the target takes. */
  overrides?: Services;
  /** What was tried on a control that was refused. */
  tried?: { ruledOut: number; left: number; stopped?: Message };
  /** Clock difference that was found and corrected. */
  clockNote?: Message;
}
