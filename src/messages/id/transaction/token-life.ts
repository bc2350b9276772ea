import type { transactionTokenLife as English } from '../../en/transaction/token-life.js';

/** What is said of the end of an access token's life; times are in seconds. */
export const transactionTokenLife: typeof English = {
  'transaction/token-life/not-waited-for': () =>
    'pemeriksaan ini memerlukan token yang kedaluwarsa: jalankan dengan --slow',
  'transaction/token-life/unstated': () => 'layanan token tidak menyebut masa berlaku token-nya',
  'transaction/token-life/too-long': ({ seconds, longest }) =>
    `menunggu token kedaluwarsa akan memakan ${seconds} detik, lebih lama daripada batas tunggu (${longest} detik)`,
  'transaction/token-life/time-left': ({ left, seconds }) =>
    `token masih berlaku ${left} dari ${seconds} detik`,
  'transaction/token-life/expired-before': ({ ago }) =>
    `token sudah kedaluwarsa ${ago} detik sebelumnya`,
  'transaction/token-life/taken-to-its-end': ({ seconds, left }) =>
    `token dengan masa berlaku ${seconds} detik masih diterima ${left} detik sebelum kedaluwarsa`,
  'transaction/token-life/refused-before-its-end': ({ seconds, left, answer }) =>
    `menurut expiresIn masa berlaku token ${seconds} detik, tetapi ${left} detik sebelum kedaluwarsa token ditolak (${answer})`,
  'transaction/token-life/refused-after-its-end': ({ ago, answer }) =>
    `ditolak ${ago} detik setelah kedaluwarsa: ${answer}`,
  'transaction/token-life/taken-after-its-end': ({ answer, seconds, ago, shows }) =>
    `transaksi dijalankan (${answer}) padahal token dengan masa berlaku ${seconds} detik sudah kedaluwarsa ${ago} detik sebelumnya: ${shows}`,
};
