import type { sharedTokenControl as English } from '../../en/shared/token-control.js';

/** What is said of a token service, B2B or B2B2C, and of why it refuses the control. */
export const sharedTokenControl: typeof English = {
  'shared/token-control/token-given': () => 'token diterbitkan',
  'shared/token-control/wrong-path': ({ path, profile }) =>
    `path ${path} dari profil ${profile} bukan path target: periksa baseUrl (path-nya dipertahankan sebagai awalan) dan profil`,
  'shared/token-control/unknown-client': ({ clientId }) =>
    `client ID ${clientId} tidak terdaftar di target ini, atau terdaftar untuk environment lain`,
  'shared/token-control/wrong-key': () =>
    'public key yang terdaftar untuk klien ini bukan pasangan private key di konfigurasi',
  'shared/token-control/other-timestamp-form': ({ profile, forms }) =>
    `target menerima bentuk X-TIMESTAMP yang berbeda dari profil ${profile}: ${forms.join(', ')} (timestamp.accept di profil atau di overrides dapat menyebut bentuk lain, termasuk +07:00 saja (jakarta) dan tanpa offset (local))`,
  'shared/token-control/clock-differs': () => 'jam target berbeda dari jam mesin ini',
  'shared/token-control/address-not-allowed': () =>
    'alamat mesin ini tidak ada dalam daftar alamat yang diizinkan target',
  'shared/token-control/header-of-its-own': () =>
    'target mungkin meminta header yang hanya disebut dalam dokumennya: tuliskan di profil (headers dari layanan), dan isi nilainya di sana atau di konfigurasi (tokenHeaders)',
  'shared/token-control/other-body': ({ type, setting }) =>
    `target tidak menerima body bertipe ${type}: jika dokumennya menyatakan demikian, profil atau overrides juga dapat menyatakannya (${setting})`,
  'shared/token-control/other-grant-type': ({ member, value }) =>
    `target meminta grant type selain ${member}: ${value}`,
};
