import { alsoRefuse, letPass } from '../../policies/change-policy.js';
import type { TransactionFault } from '../fault.js';

/** A payment, of whose body the certification form names two members. */
const payment = {
  serviceCode: '54',
  path: '/v1.0/debit/payment-host-to-host',
  body: {
    partnerReferenceNo: '2020102900000000000001',
    merchantId: '00007100010926',
    amount: { value: '10000.00', currency: 'IDR' },
  },
} as const;

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
    name: 'transaction-no-mandatory-members',
    title: 'carries a payment out that names no merchant',
    trips: ['transaction/body/rejects-missing-member'],
    call: payment,
    apply: (policy) => letPass(policy, ['memberPresence'], () => true),
  },
  {
    service: 'transaction',
    name: 'transaction-any-amount',
    title: 'carries a payment out whose amount is made of letters',
    trips: ['transaction/body/rejects-malformed-member'],
    call: payment,
    apply: (policy) => letPass(policy, ['memberForm'], () => true),
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
