import type { transactionTimestamp as English } from '../../en/transaction/timestamp.js';

/** What is said of the X-TIMESTAMP of a transaction; each completes `X-TIMESTAMP …`. */
export const transactionTimestamp: typeof English = {
  'transaction/timestamp/has-impossible-part': () =>
    'memuat tanggal, jam, atau offset yang tidak mungkin ada',
  'transaction/timestamp/is-in-another-form': () => 'ditulis dalam bentuk selain menurut dokumen',
  'transaction/timestamp/lies-far-in-the-past': () => 'sudah lewat satu hari sampai satu tahun',
  'transaction/timestamp/lies-far-in-the-future': () =>
    'mendahului waktu sekarang satu hari sampai satu tahun',
};
