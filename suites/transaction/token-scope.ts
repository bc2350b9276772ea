import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { accessToken, requireToken } from './token-mutations.js';

function outOfScope({ session }: CheckContext<'transaction'>): string {
  const token = session.target.transaction?.outOfScopeToken;
  if (token === undefined) throw untested(say('transaction/token/none-out-of-scope'));
  return token;
}

/** The config's token that is good, but not for this service. */
export const refusesOutOfScopeToken: Check<'transaction'> = refuses<never, 'transaction'>(
  'refuses-out-of-scope-token',
  {
    as: 'token-scope',
    field: 'Authorization',
    shows: say('transaction/token/shows-scope-is-not-looked-at'),
    when: (t) => {
      requireToken(t);
      outOfScope(t);
    },
    probes: (t) => [accessToken(t, () => outOfScope(t), say('transaction/token/out-of-scope'))],
  },
);
