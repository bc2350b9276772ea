import type { transactionBody as English } from '../../en/transaction/body.js';

/** What is said of the body of a transaction. */
export const transactionBody: typeof English = {
  'transaction/body/absent': () => 'transaksi di konfigurasi tidak memiliki body',
  'transaction/body/nothing-to-vary': () =>
    'transaksi di konfigurasi tidak memiliki body yang dapat divariasikan',
  'transaction/body/present': () => 'transaksi di konfigurasi memiliki body',
  'transaction/body/charset-parameter': () => 'Content-Type dengan parameter charset',
  'transaction/body/one-more-member': () => 'additionalInfo memiliki satu field tambahan',
};
