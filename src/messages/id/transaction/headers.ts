import type { transactionHeaders as English } from '../../en/transaction/headers.js';

/** What is said of the headers of a transaction. */
export const transactionHeaders: typeof English = {
  'transaction/headers/optional': ({ header }) => `${header} opsional menurut dokumen`,
  'transaction/headers/presence-unspecified': ({ header }) =>
    `dokumen tidak menyatakan ${header} wajib ataupun opsional`,
  'transaction/headers/length-unspecified': ({ header }) =>
    `dokumen tidak menyebut panjang ${header}`,
  'transaction/headers/form-unspecified': ({ header }) => `dokumen tidak menyebut bentuk ${header}`,
  'transaction/headers/of-length': ({ header, length }) => `${header} berisi ${length} karakter`,
  'transaction/headers/began-with-letters': ({ header }) => `${header} diawali huruf`,
  'transaction/headers/had-hyphen': ({ header }) => `${header} memuat tanda hubung`,
  'transaction/headers/names-in-other-case': () => 'nama header dengan huruf besar/kecil berbeda',
  'transaction/headers/unknown-headers': () => 'header yang tidak disebut dokumen',
  'transaction/headers/shorter-length-taken': ({ taken, refused }) =>
    `${taken} karakter diterima, seperti tercantum di satu halaman dokumen; ${refused} karakter tidak`,
  'transaction/headers/reuse-allowed': ({ header }) => `dokumen mengizinkan ${header} dipakai lagi`,
  'transaction/headers/reuse-unspecified': ({ header }) =>
    `dokumen tidak menyatakan apakah ${header} boleh dipakai lagi`,
  'transaction/headers/used-just-before': ({ header }) =>
    `${header} berasal dari permintaan yang baru saja dijalankan`,
  'transaction/headers/by-the-other-client': () => 'klien lain yang memanggil',
  'transaction/headers/used-by-another-client': () =>
    'klien lain memanggil dengan X-EXTERNAL-ID yang sudah dipakai klien ini',
  'transaction/headers/first-use-refused': ({ answer }) =>
    `yang pertama dari keduanya tidak dijalankan: ${answer}`,
  'transaction/headers/reuse-carried-out': ({ header, answer }) =>
    `transaksi dengan ${header} yang sama dijalankan dua kali dalam satu hari (${answer}): permintaan yang tidak sengaja dikirim ulang menjadi transaksi kedua`,
};
