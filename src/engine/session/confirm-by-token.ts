import type { Message } from '../../messages/message.js';
import type { ServiceId } from './service.js';
import type { Session } from './session.js';

/** Whether the target still serves the client. */
export interface ConfirmedControl {
  accepted: boolean;
  /** What came back. */
  said: Message;
  /** Stores the exchange as evidence, and gives its id. */
  record(): Promise<string>;
}

/** A refusal has to come again before it counts. */
const attempts = 3;
const pauseMs = 1000;

/**
 * Asks for a token to see that the target still serves the client, where the control itself may be carried out once
 * alone. Without a token service the control that was accepted is all there is to go by.
 */
export async function confirmByToken<S extends ServiceId>(
  session: Session<S>,
): Promise<ConfirmedControl> {
  const { state, shared, sender } = session;
  if (!state.plan.profile.services['token-b2b'].offered) {
    const { outcome, message, exchanges } = await session.control();
    return {
      accepted: outcome === 'accepted',
      said: message,
      record: async () => exchanges[0] ?? '',
    };
  }
  const place = sender.nextPlace();
  for (let attempt = 1; ; attempt += 1) {
    const sentAt = performance.now();
    const { granted, sent, answer, said } = await state.turn(sender, () =>
      state.tokens.askAgain(state.signer),
    );
    if (granted) {
      state.course.accepted();
      shared.judging.release(sentAt);
    } else if (answer && attempt < attempts) {
      await state.client.pause(pauseMs);
      continue;
    } else state.course.controlFailed({ sent, answer });
    return {
      accepted: granted !== undefined,
      said,
      record: async () => state.record(sent, { purpose: 'control' }, { place }),
    };
  }
}
