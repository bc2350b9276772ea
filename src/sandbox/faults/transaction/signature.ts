import { createHash } from 'node:crypto';
import type { TransactionFault } from '../fault.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What is wrong with how the signature of a transaction is verified. */
export const transactionSignatureFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'transaction-strips-all-whitespace',
    title: 'strips all white space from the body before it hashes it, within strings too',
    trips: [
      'transaction/signature/accepts-spaces-in-strings',
      'transaction/signature/refuses-stripped-whitespace',
    ],
    apply: (policy) => ({
      ...policy,
      signed: {
        ...policy.signed,
        bodyHash: ({ received }) => sha256(received.body.toString('utf8').replace(/\s+/g, '')),
      },
    }),
  },
];
