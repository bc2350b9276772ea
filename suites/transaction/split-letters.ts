import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { requireGrant } from '../shared/preconditions.js';
import { withBody } from './mutations.js';
import { bodyWith, variesBody } from './renderings.js';

/** Letters of two and three bytes in UTF-8. */
const letters = ['é', '€'];
const body = (t: CheckContext<'transaction'>) => bodyWith(t, JSON.stringify(letters.join(' ')));

/** A body that comes in two pieces, the first of which ends within a letter. */
export const acceptsSplitLetters: Check<'transaction'> = accepts<never, 'transaction'>(
  'accepts-split-letters',
  {
    when: (t) => {
      // Whether it passes pieces on as they come, nobody knows.
      if (t.session.target.proxy) throw untested(say('transaction/signature/behind-proxy'));
      variesBody('').when?.(t);
    },
    probes: (t) => letters.map((letter) => splitIn(letter, Buffer.from(body(t)))),
    judge: async (observed, t) => {
      const verdict = judgeAccepted(observed, t);
      // A target may refuse such letters, or the member that holds them, in one piece too.
      if (verdict)
        await requireGrant(t, withBody(body(t), say('transaction/signature/letters-in-one-piece')));
      return verdict;
    },
  },
);

function splitIn(letter: string, whole: Buffer): Mutation<TransactionDraft> {
  return {
    name: say('transaction/signature/split-letter', { letter }),
    field: 'body',
    // The config's own members may hold the letter too: the last one is that of the text.
    apply: (draft) => ({ ...draft, body: whole, splitAt: whole.lastIndexOf(letter) + 1 }),
  };
}
