import type { transactionControl as English } from '../../en/transaction/control.js';

/** What is said of the service that transactions call, and of why it refuses the control. */
export const transactionControl: typeof English = {
  'transaction/control/carried-out': () => 'transaksi dijalankan',
  'transaction/control/none-in-config': () =>
    'transaction tidak ada di konfigurasi: diperlukan layanan target yang aman untuk dipanggil',
  'transaction/control/no-token-endpoint': ({ title }) =>
    `transaksi memerlukan access token, dan ${title} tidak menyediakan endpoint yang memberikannya`,
  'transaction/control/no-secret-in-config': () =>
    'clientSecret tidak ada di konfigurasi: signature transaksi menurut profil ini memerlukannya',
  'transaction/control/no-access-token': ({ why }) =>
    `tidak ada access token untuk memanggil transaksi: ${why}`,
  'transaction/control/no-customer-token': ({ why }) =>
    `tidak ada token konsumen untuk memanggil transaksi: ${why}`,

  // Likely causes of a refused control.
  'transaction/control/header-not-in-config': ({ header }) =>
    `transaction.headers di konfigurasi tidak memuat ${header}, yang diwajibkan dokumen`,
  'transaction/control/token-unknown': () =>
    'target tidak mengenali token yang diterbitkan layanan token-nya sendiri: apakah keduanya berada di environment yang sama?',
  'transaction/control/secret-with-stray-character': ({ stray }) =>
    `clientSecret di konfigurasi ${stray}: hapus, kecuali secret di penyedia layanan juga memilikinya`,
  'transaction/control/wrong-secret': () =>
    'clientSecret di konfigurasi bukan yang terdaftar untuk klien ini',
  'transaction/control/signs-another-path': ({ path, mode }) =>
    `target menandatangani path selain ${path}: overrides dapat mengatur /transaction/pathMode (sekarang ${mode})`,
  'transaction/control/another-scheme': ({ scheme }) =>
    `target memakai skema selain ${scheme}: overrides dapat mengatur /transaction/scheme`,
  'transaction/control/not-there': () =>
    'path atau body dari transaction di konfigurasi menyebut sesuatu yang tidak ada di target',
  'transaction/control/something-missing': () =>
    'menurut target ada yang kurang di transaction.body atau transaction.headers di konfigurasi',
};
