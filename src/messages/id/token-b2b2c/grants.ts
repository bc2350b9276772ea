import type { tokenB2b2cGrants as English } from '../../en/token-b2b2c/grants.js';

/** What is said of the code or the refresh token that a customer's token is asked for with. */
export const tokenB2b2cGrants: typeof English = {
  'token-b2b2c/grants/renewed': () => 'diminta dengan refresh token dari respons sukses sebelumnya',
  'token-b2b2c/grants/used-before': ({ member }) => `${member} sudah pernah dipakai`,
  'token-b2b2c/grants/given-to-nobody': ({ member }) => `${member} tidak pernah diterbitkan`,
  'token-b2b2c/grants/given-to-other-client': ({ member }) =>
    `${member} diterbitkan untuk klien lain`,
  'token-b2b2c/grants/code-expired': () => 'authCode sudah kedaluwarsa',
  'token-b2b2c/grants/no-expired-codes': () =>
    'customer.expiredAuthCodes tidak ada di konfigurasi: diperlukan kode yang sudah terlalu lama',
  'token-b2b2c/grants/no-refresh-token': () =>
    'tidak ada respons sukses dalam pengujian ini yang memberikan refresh token',
  'token-b2b2c/grants/rotation-not-documented': () =>
    'dokumen tidak menyatakan bahwa pembaruan membatalkan token sebelumnya',
  'token-b2b2c/grants/token-not-new': () =>
    'access token ini sudah pernah diberikan dalam respons sukses sebelumnya',
};
