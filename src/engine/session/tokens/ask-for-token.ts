import type { Profile, TokenB2b, TokenB2b2c } from '../../../../schemas/resolved.js';
import type { Message } from '../../../messages/message.js';
import type { TimestampForm } from '../../../protocol/timestamp.js';
import { type Answer, describeOutcome, givesToken, readAnswer } from '../../http/answer.js';
import type { Sent, WireRequest } from '../../http/wire.js';
import { compose } from '../../request/draft.js';
import type { Signer } from '../../request/signer.js';
import { tokenB2bDraft } from '../../request/token-draft.js';
import { ownSuccesses } from '../../schema/own-successes.js';
import type { TargetState } from '../target-state.js';

/** What came of asking for a token in one documented form after the other. */
export interface Asked<W> {
  /** The first way in which a token was given, and that token; absent when none was. */
  granted?: { way: W; token: string; answer: Answer };
  /** The last request with what came back. */
  sent: Sent;
  /** Its answer; absent when there was none. */
  answer?: Answer;
  /** What the target said last, with its secrets taken out. */
  said: Message;
}

/**
 * Asks for a token in each of several ways until one is given, or nothing comes back. Tokens are hidden
 * from then on.
 *
 * @param ways At least one.
 */
export async function askInEachWay<W>(
  { client, redactor }: TargetState,
  settings: TokenB2b | TokenB2b2c,
  ways: readonly W[],
  request: (way: W) => Promise<WireRequest>,
): Promise<Asked<W>> {
  let asked: Asked<W> | undefined;
  for (const way of ways) {
    const sent = await client.send(await request(way));
    const answer = readAnswer(sent, ownSuccesses(settings));
    for (const secret of [answer?.token, answer?.refreshToken])
      if (secret !== undefined) redactor.learn(secret);
    const said = redactor.message(describeOutcome({ answer, sent }));
    asked = { sent, ...(answer && { answer }), said };
    if (!answer) return asked;
    const { token } = answer;
    if (givesToken(answer) && token !== undefined)
      return { ...asked, granted: { way, token, answer } };
  }
  if (!asked) throw new Error('there is at least one way to ask for a token');
  return asked;
}

/**
 * Asks for a token B2B of a client, in each timestamp form that may be the one that the target takes.
 *
 * @param first The form to begin with, when one is known to be taken.
 */
export async function askForToken(
  state: TargetState,
  signer: Signer = state.signer,
  first?: TimestampForm,
): Promise<Asked<TimestampForm>> {
  const settings = state.plan.profile.services['token-b2b'];
  const { accept, alternatives } = settings.timestamp;
  const forms = [...new Set(first === undefined ? accept : [first, ...accept])];
  return askInEachWay(state, settings, alternatives ? forms : forms.slice(0, 1), (form) =>
    compose(tokenB2bDraft(settings, signer, form, state.now(), state.plan.tokenHeaders)),
  );
}

/** How many requests {@link askForToken} makes at most. */
export function formsAsked({ services }: Profile): number {
  const { accept, alternatives } = services['token-b2b'].timestamp;
  return alternatives ? accept.length : 1;
}
