import { letPass } from '../../../policies/change-policy.js';
import type { TransactionAttempt } from '../../../transaction/policy.js';
import type { TransactionFault } from '../../fault.js';
import { furtherHeaders } from '../../shared/further-headers.js';

/** Takes transactions that these steps would refuse for a header of the document's own. */
function passes(
  steps: readonly ('furtherHeaderPresence' | 'furtherHeaderForm')[],
  trips: 'rejects-missing-further-header' | 'rejects-further-header-form',
  name: string,
  title: string,
  when: (header: TransactionAttempt['header']) => boolean,
): TransactionFault {
  return {
    service: 'transaction',
    name,
    title,
    trips: [`transaction/headers/${trips}`],
    overrides: {
      transaction: {
        headers: {
          ...furtherHeaders,
          'X-CLIENT-KEY': { presence: 'required', value: '{clientId}' },
        },
      },
    },
    apply: (policy) => letPass(policy, steps, ({ header }) => when(header)),
  };
}

/** What is wrong with headers of transactions that the document itself names. */
export const transactionFurtherHeaderFaults: readonly TransactionFault[] = [
  passes(
    ['furtherHeaderPresence'],
    'rejects-missing-further-header',
    'transaction-needs-no-client-key',
    'carries a transaction out without X-CLIENT-KEY, which its document requires',
    (header) => header('X-CLIENT-KEY') === undefined,
  ),
  passes(
    ['furtherHeaderForm'],
    'rejects-further-header-form',
    'transaction-takes-long-origin',
    'looks whether a transaction has an ORIGIN, not how long it is',
    (header) => (header('ORIGIN') ?? '').length > 60,
  ),
  passes(
    ['furtherHeaderPresence', 'furtherHeaderForm'],
    'rejects-further-header-form',
    'transaction-takes-empty-branch',
    'asks whether a header of its document is there, not whether it holds something',
    (header) => header('X-BRANCH') === '',
  ),
];
