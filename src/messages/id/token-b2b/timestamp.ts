import type { tokenB2bTimestamp as English } from '../../en/token-b2b/timestamp.js';

/** What is said of a wrong X-TIMESTAMP: `X-TIMESTAMP …`. */
export const tokenB2bTimestamp: typeof English = {
  'token-b2b/timestamp/has-other-separator': () =>
    'memakai karakter selain T di antara tanggal dan waktu',
  'token-b2b/timestamp/has-lower-case-z': () => 'diakhiri huruf z kecil',
  'token-b2b/timestamp/has-short-offset': () => 'memiliki offset yang disingkat',
  'token-b2b/timestamp/is-incomplete': () => 'tidak lengkap',
  'token-b2b/timestamp/is-other-notation': () => 'ditulis dalam notasi lain',
  'token-b2b/timestamp/has-impossible-time': () => 'memuat jam yang tidak mungkin ada',
  'token-b2b/timestamp/has-impossible-offset': () => 'memuat offset yang tidak mungkin ada',
  'token-b2b/timestamp/has-comma': () => 'memakai tanda koma sebelum pecahan',
  'token-b2b/timestamp/has-text-around': () => 'memuat teks lain di sekitarnya',
  'token-b2b/timestamp/is-stale': () => 'sudah lewat satu hari sampai satu tahun',
  'token-b2b/timestamp/is-future': () => 'mendahului waktu sekarang satu hari sampai satu tahun',
};
