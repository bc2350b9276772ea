import type { transactionToken as English } from '../../en/transaction/token.js';

/** What is said of the access token that a transaction carries. */
export const transactionToken: typeof English = {
  'transaction/token/none-carried': () => 'permintaan dengan skema ini tidak memuat access token',
  'transaction/token/opaque': () => 'isi token tidak dapat dibaca (opaque)',
  'transaction/token/none-of-other-client': ({ why }) => `untuk klien lain, ${why}`,

  // What a probe gets wrong.
  'transaction/token/signed-with-empty-token': ({ mutation }) =>
    `${mutation}, dan signature dibuat dengan token kosong`,
  'transaction/token/signed-without-token': ({ mutation }) =>
    `${mutation}, dan signature dibuat tanpa token`,
  'transaction/token/empty': ({ value }) => `Authorization berisi "${value}", tanpa token`,
  'transaction/token/made-up': () => 'token dikarang',
  'transaction/token/one-character-changed': () => 'satu karakter token diubah',
  'transaction/token/claims-changed': ({ claim }) =>
    `claim token diubah (${claim}), sedangkan signature-nya dipertahankan`,
  'transaction/token/unsigned': ({ algorithm }) =>
    `token berupa JWT dengan algoritma ${algorithm} dan tanpa signature`,
  'transaction/token/signed-by-client': () =>
    'token berupa JWT yang ditandatangani ulang dengan kunci milik klien',
  'transaction/token/signed-by-key-in-header': () =>
    'token berupa JWT yang ditandatangani ulang dengan kunci yang dibawa header-nya',
  'transaction/token/signed-by-public-key': () =>
    'token berupa JWT yang ditandatangani ulang dengan HS256 dan public key sebagai secret',
  'transaction/token/signed-by-client-id': () =>
    'token berupa JWT yang ditandatangani ulang dengan HS256 dan client ID sebagai secret',
  'transaction/token/signed-by-nothing': () =>
    'token berupa JWT yang ditandatangani ulang dengan HS256 dan secret kosong',
  'transaction/token/of-another-client': () => 'token diterbitkan untuk klien lain',
  'transaction/token/without-scheme': () => 'Authorization hanya berisi token',
  'transaction/token/with-another-scheme': ({ scheme }) =>
    `skema di depan token adalah ${scheme}, bukan Bearer`,
  'transaction/token/scheme-in-case': ({ scheme }) => `skema ditulis ${scheme}`,
  'transaction/token/in-query': () => 'token ada di query string, bukan di Authorization',
  'transaction/token/expired': () => 'token yang dipakai adalah token kedaluwarsa dari konfigurasi',
  'transaction/token/earlier-of-two': () =>
    'token yang dipakai adalah token sebelumnya, padahal klien sudah memperoleh token lain',
  'transaction/token/out-of-scope': () =>
    'token yang dipakai adalah token dari konfigurasi yang scope-nya tidak mencakup layanan ini',
  'transaction/token/none-out-of-scope': () =>
    'transaction.outOfScopeToken tidak ada di konfigurasi: diperlukan token valid tanpa scope ini',

  // What a grant shows of the target.
  'transaction/token/shows-absence-is-not-noticed': () =>
    'server memeriksa token hanya bila token ada',
  'transaction/token/shows-scope-is-not-looked-at': () =>
    'server memeriksa apakah token valid, tetapi tidak memeriksa untuk apa token itu berlaku',
  'transaction/token/shows-empty-is-not-checked': () => 'server tidak memeriksa token yang kosong',
  'transaction/token/shows-any-is-taken': () => 'server menerima token apa pun',
  'transaction/token/shows-part-is-not-verified': () => 'server tidak memverifikasi seluruh token',
  'transaction/token/shows-jwt-is-not-verified': () =>
    'server mem-parse JWT tanpa memverifikasinya',
  'transaction/token/shows-its-algorithm-is-believed': () =>
    'server memercayai algoritma yang disebut oleh token',
  'transaction/token/shows-key-is-not-its-own': () =>
    'server memverifikasi JWT dengan kunci yang bukan miliknya',
  'transaction/token/shows-owner-is-not-asked': () =>
    'server memeriksa apakah token ada, tetapi tidak memeriksa untuk siapa token itu diterbitkan',
  'transaction/token/shows-header-is-taken-whole': () =>
    'server menganggap seluruh isi header sebagai token',
  'transaction/token/shows-scheme-is-not-looked-at': () =>
    'server tidak memeriksa skema di depan token',
  'transaction/token/shows-query-is-read': () =>
    'server menerima token dari URL, padahal URL tersimpan di log dan proxy',
  'transaction/token/shows-end-is-not-looked-at': () =>
    'server tidak memeriksa kapan token kedaluwarsa',
  'transaction/token/good-until-it-expires': () =>
    'menurut dokumen, token berlaku sampai kedaluwarsa untuk berapa pun transaksi',
  'transaction/token/not-used-yet': () => 'token belum pernah dipakai',
  'transaction/token/used-just-before': () =>
    'token berasal dari transaksi yang baru saja dijalankan',
  'transaction/token/carried-twice': ({ answer }) =>
    `transaksi kedua dijalankan dengan token yang sama (${answer}): siapa pun yang membaca token yang sudah dipakai dapat memakainya lagi`,
};
