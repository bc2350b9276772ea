import type { mistakesTimestampNotes as English } from '../../en/mistakes/timestamp-notes.js';

/** What is to be said of the timestamp of a signature that holds. */
export const mistakesTimestampNotes: typeof English = {
  'mistakes/timestamp/malformed': ({ detail, forms }) =>
    `timestamp-nya tidak berbentuk seperti menurut dokumen (${detail}): profil meminta ${forms.join(' atau ')}`,
  'mistakes/timestamp/other-form': ({ forms }) =>
    `bentuk timestamp-nya berbeda dari yang di profil: ${forms.join(' atau ')}`,
  'mistakes/timestamp/ruled-out-form': ({ forms }) =>
    `bentuk timestamp-nya dilarang profil; profil meminta ${forms.join(' atau ')}`,
  'mistakes/timestamp/distance': ({ distance, ahead }) =>
    `timestamp-nya ${distance} ${ahead ? 'mendahului' : 'di belakang'} jam mesin ini: bila dikirim sekarang, kemungkinan besar ditolak`,
  'mistakes/timestamp/outside-window': ({ distance, ahead, allowed }) =>
    `timestamp-nya ${distance} ${ahead ? 'mendahului' : 'di belakang'} jam mesin ini, sedangkan profil mengizinkan ${allowed}`,
  'mistakes/timestamp/utc-digits': ({ offset }) =>
    `selisih itu sama dengan offset: angkanya waktu UTC, tetapi diberi label ${offset}`,
  'mistakes/timestamp/local-digits': ({ offset }) =>
    `selisih itu sama dengan satu offset: angkanya waktu lokal, tetapi diberi label ${offset}`,
  'mistakes/timestamp/year-ahead': () =>
    'selisih itu sekitar satu tahun: pola YYYY mencetak tahun dari minggunya, yyyy mencetak tahun kalender',
  'mistakes/timestamp/twelve-hours': () =>
    'selisih itu setengah hari: pola hh mencetak jam 01 sampai 12, HH mencetak 00 sampai 23',
};
