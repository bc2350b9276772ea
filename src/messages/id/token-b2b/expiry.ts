import type { tokenB2bExpiry as English } from '../../en/token-b2b/expiry.js';

/** What is said of the lifetime that a grant of a token states. */
export const tokenB2bExpiry: typeof English = {
  'token-b2b/expiry/no-whole-number': () =>
    'tidak ada respons sukses dalam pengujian ini yang memuat jumlah detik berupa bilangan bulat',
  'token-b2b/expiry/no-text': () =>
    'tidak ada respons sukses dalam pengujian ini yang memuat expiresIn berupa teks',
  'token-b2b/expiry/no-documented-length': () => 'dokumen tidak menyebut panjang expiresIn',
  'token-b2b/expiry/no-documented-lifetime': () => 'dokumen tidak menyebut masa berlaku',
  'token-b2b/expiry/no-claimed-lifetime': () =>
    'isi token tidak dapat dibaca, atau tidak menyebut masa berlaku',
  'token-b2b/expiry/opaque': () => 'isi token tidak dapat dibaca (opaque)',

  'token-b2b/expiry/not-positive': ({ seconds }) =>
    `expiresIn adalah ${seconds}: token sudah kedaluwarsa saat diterima`,
  'token-b2b/expiry/not-as-documented': ({ seconds, documented }) =>
    `expiresIn adalah ${seconds}, menurut dokumen ${documented}`,
  'token-b2b/expiry/beyond-a-day': ({ seconds }) =>
    `expiresIn adalah ${seconds}, lebih dari jumlah detik dalam sehari: tampaknya milidetik atau waktu absolut`,
  'token-b2b/expiry/type-changed': ({ type, earlier }) =>
    `expiresIn bertipe ${type} di sini, tetapi ${earlier} dalam respons sukses sebelumnya pada pengujian yang sama`,
  'token-b2b/expiry/jwt-claims-otherwise': ({ claimed, seconds }) =>
    `menurut claim token masa berlakunya ${claimed} detik, menurut expiresIn ${seconds}`,
  'token-b2b/expiry/jwt-of-the-future': ({ seconds }) =>
    `menurut isinya, JWT dibuat ${seconds} detik setelah respons yang memuatnya`,
  'token-b2b/expiry/jwt-of-the-past': ({ seconds }) =>
    `menurut isinya, JWT sudah kedaluwarsa ${seconds} detik sebelum respons yang memuatnya`,
  'token-b2b/expiry/jwt-unsigned': ({ algorithm }) =>
    `token berupa JWT ${algorithm === undefined ? 'tanpa alg' : `dengan alg ${algorithm}`}: siapa pun dapat membuatnya`,
  'token-b2b/expiry/jwt-signature-empty': ({ algorithm }) =>
    `token berupa JWT (${algorithm}) dengan signature kosong`,
};
