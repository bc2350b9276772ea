import type { ControlState } from '../../control/control.js';
import { recordExchange } from '../../evidence/evidence.js';
import { describeAnswer, readAnswer } from '../../http/answer.js';
import { composeTokenB2b2c, tokenB2b2cBody, tokenDraft } from '../../request/token-draft.js';
import { grantsOf } from '../../services/token-b2b2c.js';
import type { TargetState } from '../target-state.js';

/**
 * Gets the customer's token that transactions carry, once a run, with a code of its own.
 *
 * @returns why it can't be had
 */
export async function prepareCustomerToken(state: TargetState): Promise<ControlState | undefined> {
  const grants = grantsOf(state);
  if (grants.accessToken !== undefined) return undefined;
  const found = await grants.nextCode();
  if ('problem' in found)
    return { outcome: 'not-sent', message: found.problem, exchanges: [], readable: false };
  const { target, client, redactor, signer } = state;
  const settings = target.profile.services['token-b2b2c'];
  const { timestamp, grantType } = settings;
  const forms = timestamp.alternatives ? timestamp.accept : timestamp.accept.slice(0, 1);
  const spellings = grantType.alternatives ? grantType.authorizationCode : ['the only one'];
  const ways = forms.flatMap((form) => spellings.map((_, spelling) => ({ form, spelling })));
  let refused: ControlState | undefined;
  for (const { form, spelling } of ways) {
    const body = tokenB2b2cBody(settings, { authCode: found.code }, spelling);
    const draft = tokenDraft(settings, signer, form, state.now(), body);
    const sent = await client.send(await composeTokenB2b2c(draft));
    const answer = readAnswer(sent);
    for (const secret of [answer?.token, answer?.refreshToken])
      if (secret !== undefined) redactor.learn(secret);
    if (answer?.accepted && answer.token !== undefined) {
      grants.accessToken = answer.token;
      return undefined;
    }
    const id = state.nextExchangeId();
    state.keep(
      recordExchange(id, sent, { target: target.name, purpose: 'control' }, (text) =>
        redactor.text(text),
      ),
    );
    const said = answer ? describeAnswer(answer) : (sent.noAnswer?.message ?? 'no answer');
    refused = {
      outcome: answer ? 'refused' : 'no-answer',
      message: `there is no customer token to call the transaction with: ${redactor.text(said)}`,
      exchanges: [id],
      readable: false,
    };
  }
  return refused;
}
