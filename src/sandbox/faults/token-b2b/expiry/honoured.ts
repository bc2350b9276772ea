import type { TransactionFault } from '../../fault.js';
import { lifeSeconds, shortLived } from '../../shared/short-lived.js';

/** What is wrong with how long a token is accepted, which shows in transactions. */
export const tokenLifeFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'token-dies-early',
    title: 'forgets a token a third of its life before expiresIn says so',
    trips: ['token-b2b/expiry/honoured'],
    ...shortLived,
    apply: (policy) => ({
      ...policy,
      findToken: (token, attempt) => {
        const found = policy.findToken(token, attempt);
        return found && found.expiresAt - lifeSeconds * 333 > attempt.now ? found : undefined;
      },
    }),
  },
];
