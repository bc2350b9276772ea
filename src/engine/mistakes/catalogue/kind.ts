import type { MessageId } from '../../../messages/message.js';
import type { RemedyName } from './remedies.js';

/** What is known of a mistake, whatever signature shows it. */
export interface MistakeKind {
  /** From 1, met every week, to 5, met once. The search tries the common ones first. */
  rarity: 1 | 2 | 3 | 4 | 5;
  remedy: RemedyName;
  /** The sentence, which completes "signed …"; by default the message `mistakes/<id>`. */
  says?: MessageId;
}
