import type { mistakesUnexplained as English } from '../../en/mistakes/unexplained.js';

/** How far a search went, by how many mistakes at once were all tried. */
const extent = [
  'kesalahan umum, sendiri dan gabungannya',
  'semua kesalahan sendiri, dan gabungan kesalahan umum',
  'semua kesalahan, sendiri dan berpasangan',
  'semua kesalahan, sendiri, berpasangan, dan bertiga',
  'semua kesalahan, sendiri dan hingga empat sekaligus',
];

/** What a signature tells that no known mistake explains. */
export const mistakesUnexplained: typeof English = {
  'mistakes/unexplained/not-a-signature': ({ encoding }) =>
    `signature bukan ${encoding}, dan bukan encoding lain yang dikenal`,
  'mistakes/unexplained/printed-object': ({ language }) =>
    `signature adalah hasil cetak objek oleh ${language}, bukan byte-nya: encode byte-nya`,
  'mistakes/unexplained/placeholder': () =>
    'signature adalah kata pengganti nilai yang belum ada: permintaan dikirim sebelum signature dibuat',
  'mistakes/unexplained/reading': ({ reading, bytes }) => `${reading}, panjangnya ${bytes} byte`,
  'mistakes/unexplained/as-documented': ({ encoding }) => `sebagai ${encoding}`,
  'mistakes/unexplained/as-made': ({ how }) => `bila dianggap dibuat ${how}`,
  'mistakes/unexplained/right-length': ({ algorithm }) => `sesuai dengan ${algorithm}`,
  'mistakes/unexplained/hmac-length': ({ algorithm }) =>
    `sesuai dengan ${algorithm}: yang dipakai secret, bukan private key`,
  'mistakes/unexplained/other-hmac': ({ algorithm }) =>
    `sesuai dengan ${algorithm}: yang dipakai algoritma lain`,
  'mistakes/unexplained/rsa-length': ({ bits }) => `sesuai dengan RSA dengan kunci ${bits} bit`,
  'mistakes/unexplained/other-key-size': ({ bits, key }) =>
    `sesuai dengan RSA dengan kunci ${bits} bit: kunci ini ${key} bit`,
  'mistakes/unexplained/rsa-for-hmac': ({ bits }) =>
    `sesuai dengan RSA dengan kunci ${bits} bit: skema ini menandatangani dengan HMAC-SHA512 dan client secret`,
  'mistakes/unexplained/too-short': ({ needed }) =>
    `sedangkan yang benar ${needed} byte: terpotong, atau dibuat dengan algoritma lain`,
  'mistakes/unexplained/too-long': ({ needed }) =>
    `sedangkan yang benar ${needed} byte: encoding-nya tidak dikenal, atau dibuat dengan algoritma lain`,
  'mistakes/unexplained/together': ({ reading, means }) => `${reading}, ${means}`,
  'mistakes/unexplained/cut': ({ characters, needed }) =>
    `berisi ${characters} karakter, sedangkan yang utuh ${needed}: terpotong, seperti oleh kolom atau field ${characters} karakter`,
  'mistakes/unexplained/key-opens': ({ algorithm, how }) =>
    `dibuat dengan private key dari kunci ini, sebagai ${algorithm}${how}, tetapi dari teks yang tidak dihasilkan kesalahan mana pun yang dikenal: bandingkan yang ditandatangani karakter demi karakter`,
  'mistakes/unexplained/other-key-opens': ({ number, algorithm }) =>
    `dibuat dengan private key dari kunci ke-${number} yang diberikan, sebagai ${algorithm}, tetapi dari teks yang tidak dihasilkan kesalahan mana pun yang dikenal`,
  'mistakes/unexplained/how': ({ how }) => ` (${how})`,
  'mistakes/unexplained/not-this-key': ({ bits }) =>
    `tidak dibuat dengan private key dari kunci ${bits} bit ini: kunci lain yang menandatangani, ada yang dienkripsi dengan public key, atau signature rusak di perjalanan`,
  'mistakes/unexplained/other-secret': () =>
    'HMAC-SHA512 dengan secret lain, atau dari teks yang tidak dihasilkan kesalahan mana pun yang dikenal: bandingkan secret, body, token, path, dan timestamp dengan yang ditandatangani',
  'mistakes/unexplained/not-hmac-sha512': () =>
    'skema ini menandatangani dengan HMAC-SHA512, yang panjangnya 64 byte',

  'mistakes/unexplained/ruled-out': ({ tried, most, groups }) =>
    `tidak cocok setelah ${tried} percobaan, ${extent[most] ?? extent[0]}: ${groups.join(', ')}`,
  'mistakes/unexplained/group': ({ group, count }) => `${group} (${count} cara)`,
  'mistakes/unexplained/large-body': ({ count }) =>
    `body-nya besar: ${count} cara penulisan lain tidak dicoba; --deep mencoba lebih banyak`,
  'mistakes/layers/text': () => 'urutan, pemisah, ujung, dan encoding teks',
  'mistakes/layers/time': () => 'timestamp',
  'mistakes/layers/id': () => 'client ID',
  'mistakes/layers/method': () => 'metode',
  'mistakes/layers/path': () => 'path dan query string',
  'mistakes/layers/token': () => 'access token',
  'mistakes/layers/body': () => 'body',
  'mistakes/layers/hash': () => 'hash body',
  'mistakes/layers/proof': () => 'algoritma, secret, dan kunci',
};
