import type { Message } from '../../messages/message.js';
import { describeOutcome, readAnswer } from '../http/answer.js';
import type { Sent } from '../http/wire.js';
import { ownSuccesses } from '../schema/own-successes.js';
import { nothingConfirms } from './outcome.js';
import type { ServiceId } from './service.js';
import type { Session } from './session.js';
import type { TargetState } from './target-state.js';

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
 * Sees by another request whether the target still serves the client, where the control itself may be carried out once
 * alone: by one for a token, or by a call of the target's first service if there is no token service.
 *
 * @throws CheckEnded `untested` if there is neither.
 */
export async function confirmByAnother<S extends ServiceId>(
  session: Session<S>,
): Promise<ConfirmedControl> {
  const { state, shared, sender } = session;
  const { 'token-b2b': tokens } = state.plan.profile.services;
  const ask = tokens.offered ? askForToken : callFirst;
  const place = sender.nextPlace();
  for (let attempt = 1; ; attempt += 1) {
    const sentAt = performance.now();
    const { accepted, sent, said } = await state.turn(sender, () => ask(state));
    const { response } = sent;
    if (accepted) {
      state.course.accepted();
      shared.judging.release(sentAt);
    } else if (response && attempt < attempts) {
      await state.client.pause(pauseMs);
      continue;
    } else state.course.controlFailed({ sent, answer: readAnswer(sent) });
    return {
      accepted,
      said,
      record: async () => state.record(sent, { purpose: 'control' }, { place }),
    };
  }
}

/** What came of such a request. */
interface Asked {
  accepted: boolean;
  sent: Sent;
  said: Message;
}

async function askForToken(state: TargetState): Promise<Asked> {
  const { granted, sent, said } = await state.tokens.askAgain(state.signer);
  return { accepted: granted !== undefined, sent, said };
}

async function callFirst({ client, plan, redactor }: TargetState): Promise<Asked> {
  if (!client.valid) throw nothingConfirms(plan);
  const sent = await client.send(await client.valid());
  const answer = readAnswer(sent, ownSuccesses(plan.profile.services.transaction));
  const said = redactor.message(describeOutcome({ answer, sent }));
  return { accepted: answer?.accepted ?? false, sent, said };
}
