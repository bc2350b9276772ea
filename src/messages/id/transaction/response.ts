import type { transactionResponse as English } from '../../en/transaction/response.js';

/** What is said of the answer to a transaction that was carried out. */
export const transactionResponse: typeof English = {
  'transaction/response/optional-and-absent': () =>
    'tidak ada respons sukses dalam pengujian ini yang memuat hal yang dimaksud, yang opsional menurut dokumen',
};
