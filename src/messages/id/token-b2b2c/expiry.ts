import type { tokenB2b2cExpiry as English } from '../../en/token-b2b2c/expiry.js';

/** What is said of when a customer's tokens expire. */
export const tokenB2b2cExpiry: typeof English = {
  'token-b2b2c/expiry/no-instant-seen': () =>
    'tidak ada respons sukses dalam pengujian ini yang memuat waktu kedaluwarsa',
  'token-b2b2c/expiry/lifetime-not-documented': () => 'dokumen tidak menyebut masa berlaku',
  'token-b2b2c/expiry/order-not-documented': () =>
    'dokumen tidak menyatakan token mana yang lebih dahulu kedaluwarsa',
  'token-b2b2c/expiry/other-lifetime': ({ seen, documented }) =>
    `masa berlaku access token ${seen} hari, menurut dokumen ${documented}`,
  'token-b2b2c/expiry/refresh-token-first': ({ seconds }) =>
    `refresh token kedaluwarsa ${seconds} detik sebelum access token`,
  'token-b2b2c/expiry/in-the-past': ({ member, seconds }) =>
    `${member} sudah lewat ${seconds} detik saat respons diterima`,
};
