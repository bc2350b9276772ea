import type { mistakesGiven as English } from '../../en/mistakes/given.js';

/** What is said of values that were given to `sign` and `verify` in another form than they are used in. */
export const mistakesGiven: typeof English = {
  'mistakes/given/bearer-taken-off': () =>
    '"Bearer " ada di depan access token: dihapus, karena bukan bagian dari token',
  'mistakes/given/url-taken-apart': ({ path }) =>
    `--path berisi URL lengkap: yang dipakai path dan query string-nya, ${path}`,
  'mistakes/given/signed-but': ({ note }) => `ditandatangani, tetapi ${note}`,
  'mistakes/given/read-as': ({ kind, request }) =>
    request === '' ? `dibaca sebagai ${kind}` : `dibaca sebagai ${kind}: ${request}`,
  'mistakes/given/kind-curl': () => 'perintah curl',
  'mistakes/given/kind-har': () => 'entri HAR',
  'mistakes/given/kind-http': () => 'permintaan HTTP',
  'mistakes/given/kind-headers': () => 'header saja',
  'mistakes/given/kind-postman': () => 'permintaan dari koleksi Postman',
  'mistakes/given/kind-json': () => 'permintaan yang dicetak sign sebagai JSON',
  'mistakes/given/kind-token': () => 'permintaan token, karena memiliki X-CLIENT-KEY',
  'mistakes/given/kind-transaction': () => 'transaksi, menurut header-nya',
  'mistakes/given/told-by': ({ service }) => `dianggap sebagai ${service}`,
  'mistakes/given/option-wins': ({ option, what }) =>
    `${option} dipakai sebagai pengganti ${what} dari permintaan`,
  'mistakes/given/renewed': ({ headers }) =>
    `${headers.join(', ')} dari permintaan diperbarui${
      headers.includes('X-TIMESTAMP') ? '; berikan --timestamp untuk mempertahankan waktunya' : ''
    }`,
  'mistakes/given/left-out': ({ headers }) =>
    `tidak dicetak karena mungkin memuat rahasia: ${headers.join(', ')}; tambahkan yang diperlukan penyedia layanan`,
  'mistakes/given/headers-unknown': ({ headers }) =>
    `profil mewajibkan ${headers.join(' dan ')}, tetapi nilainya tidak disebut di mana pun: tambahkan dengan --header, atau di konfigurasi`,
  'mistakes/given/token-not-printed': ({ shell }) =>
    `access token tidak dicetak: kirim dengan -H "Authorization: Bearer ${shell}"`,
  'mistakes/given/token-as-variable': ({ shell }) =>
    `access token tidak dicetak: {{accessToken}} menggantikan nilai ${shell}`,
  'mistakes/given/token-of-variable': ({ shell }) =>
    `access token adalah nilai ${shell}, seperti tertulis dalam perintah`,
  'mistakes/given/token-of-request': () =>
    'access token dari permintaan tidak dicetak: ekspor sebagai SNAP_ACCESS_TOKEN',
};
