import type { transactionBody as English } from '../../en/transaction/body.js';

/** What is said of the body of a transaction. */
export const transactionBody: typeof English = {
  'transaction/body/absent': () => 'transaksi di konfigurasi tidak memiliki body',
  'transaction/body/no-object': () =>
    'transaksi di konfigurasi tidak memiliki body yang berisi field',
  'transaction/body/no-member-named': () =>
    'formulir sertifikasi tidak menyebutkan field body di sini: form.rows pada transaksi di konfigurasi dapat menyebutkannya, sebagai field',
  'transaction/body/member-absent': ({ field }) =>
    `body transaksi di konfigurasi tidak memiliki ${field}, yang disebutkan oleh formulir sertifikasi`,
  'transaction/body/member-malformed': ({ field }) => `format ${field} salah`,
  'transaction/body/nothing-to-vary': () =>
    'transaksi di konfigurasi tidak memiliki body yang dapat divariasikan',
  'transaction/body/present': () => 'transaksi di konfigurasi memiliki body',
  'transaction/body/charset-parameter': () => 'Content-Type dengan parameter charset',
  'transaction/body/one-more-member': () => 'additionalInfo memiliki satu field tambahan',
};
