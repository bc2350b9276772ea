import { describeAnswer, givesToken, readAnswer } from '../http/answer.js';
import type { TargetPlan } from '../plan/plan.js';
import { compose } from '../request/draft.js';
import { tokenB2bDraft } from '../request/token-draft.js';
import { TargetState } from './target-state.js';

/** What became of one valid token request. */
export interface Asked {
  accepted: boolean;
  /** What came back, in words. */
  message: string;
}

/** The forms in which {@link askForToken} asks: all where one accepted form is enough. */
export function formsAsked({ profile }: Pick<TargetPlan, 'profile'>) {
  const { accept, alternatives } = profile.services['token-b2b'].timestamp;
  return alternatives ? accept : accept.slice(0, 1);
}

/** Asks for a token as the profile has it, once in each of its forms, and tries nothing else. */
export async function askForToken(target: TargetPlan): Promise<Asked> {
  const state = new TargetState(target, () => 'e0');
  try {
    let message = '';
    for (const form of formsAsked(target)) {
      const settings = target.profile.services['token-b2b'];
      const draft = tokenB2bDraft(settings, state.signer, form, state.now());
      const sent = await state.client.send(await compose(draft));
      const answer = readAnswer(sent);
      if (answer?.token !== undefined) state.redactor.learn(answer.token);
      const said = answer ? describeAnswer(answer) : (sent.noAnswer?.message ?? 'no answer');
      message = state.redactor.text(said);
      if (!answer) return { accepted: false, message: `the control got no answer: ${message}` };
      if (givesToken(answer))
        return { accepted: true, message: `the control was accepted: ${message}` };
    }
    return { accepted: false, message: `the control was refused: ${message}` };
  } finally {
    await state.close();
  }
}
