import { alsoRefuse, letPass } from '../../policies/change-policy.js';
import type { TransactionFault } from '../fault.js';

/** What is wrong with how the body of a transaction is read. */
export const transactionBodyFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'transaction-takes-malformed-json',
    title: 'makes what it can of a body that is not JSON, and carries the transaction out',
    trips: ['transaction/body/rejects-malformed-json'],
    apply: (policy) => letPass(policy, ['body'], () => true),
  },
  {
    service: 'transaction',
    name: 'transaction-no-content-type-parameters',
    title:
      'compares all of the Content-Type of a transaction, so that charset=utf-8 makes another type',
    trips: ['transaction/body/accepts-content-type-charset'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('Content-Type')?.includes(';')
          ? { faultClass: 'content-type', field: 'Content-Type' }
          : undefined,
      ),
  },
];
