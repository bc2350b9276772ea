import { say } from '../../../messages/message.js';
import { composeTokenB2b2c, tokenB2b2cBody, tokenDraft } from '../../request/token-draft.js';
import type { ControlState } from '../control-state.js';
import type { TargetState } from '../target-state.js';
import { askInEachWay } from '../tokens/ask-for-token.js';
import { grantsOf } from './grants.js';

/**
 * Gets the customer's token that transactions carry, once a run, with a code of its own.
 *
 * @returns why it can't be had
 */
export function prepareCustomerToken(state: TargetState): Promise<ControlState | undefined> {
  const grants = grantsOf(state);
  grants.accessTokenAsked ??= askForCustomerToken(state);
  return grants.accessTokenAsked;
}

async function askForCustomerToken(state: TargetState): Promise<ControlState | undefined> {
  const grants = grantsOf(state);
  const found = await grants.nextCode();
  if ('problem' in found)
    return { outcome: 'not-sent', message: found.problem, exchanges: [], readable: false };
  const settings = state.plan.profile.services['token-b2b2c'];
  const { tokenHeaders } = state.plan;
  const { timestamp, grantType } = settings;
  const forms = timestamp.alternatives ? timestamp.accept : timestamp.accept.slice(0, 1);
  const spellings = grantType.alternatives ? grantType.authorizationCode : ['the only one'];
  const ways = forms.flatMap((form) => spellings.map((_, spelling) => ({ form, spelling })));
  const { granted, sent, answer, said } = await askInEachWay(
    state,
    settings,
    ways,
    ({ form, spelling }) => {
      const body = tokenB2b2cBody(settings, { authCode: found.code }, spelling);
      return composeTokenB2b2c(
        tokenDraft(settings, state.signer, form, state.now(), body, { given: tokenHeaders ?? {} }),
      );
    },
  );
  if (granted) {
    grants.accessToken = granted.token;
    return undefined;
  }
  return {
    outcome: answer ? 'refused' : 'no-answer',
    message: say('transaction/control/no-customer-token', { why: said }),
    exchanges: [state.record(sent, { purpose: 'control' })],
    readable: false,
  };
}
