import type { transactionCustomer as English } from '../../en/transaction/customer.js';

/** What is said of transactions that are made for a customer. */
export const transactionCustomer: typeof English = {
  'transaction/customer/none': () =>
    'customer tidak ada di konfigurasi: transaksi tidak dibuat untuk konsumen mana pun',
  'transaction/customer/header-not-required': ({ header }) => `dokumen tidak mewajibkan ${header}`,
  'transaction/customer/token-unknown': () => 'token konsumen tidak pernah diterbitkan',
  'transaction/customer/token-made-up': () => 'token konsumen dikarang',
  'transaction/customer/no-b2b-token': () => 'permintaan dengan skema ini tidak memuat token B2B',
  'transaction/customer/b2b-token-instead': () =>
    'token B2B milik klien dipakai sebagai pengganti token konsumen',
};
