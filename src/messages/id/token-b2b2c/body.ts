import type { tokenB2b2cBody as English } from '../../en/token-b2b2c/body.js';

/** What is said of the body of a request for a customer's token. */
export const tokenB2b2cBody: typeof English = {
  'token-b2b2c/body/too-long': ({ member }) => `${member} lebih panjang daripada menurut dokumen`,
  'token-b2b2c/body/no-length-documented': ({ member }) =>
    `dokumen tidak menyebut panjang ${member}`,
  'token-b2b2c/body/other-grant-type': () => 'grantType berisi grant type lain',
  'token-b2b2c/body/b2b-grant-type': () => 'grantType-nya milik layanan B2B',
  'token-b2b2c/body/letter-case-open': () => 'dokumen tidak melarang perbedaan huruf besar/kecil',
  'token-b2b2c/body/other-letter-case': () => 'huruf besar/kecil grantType berbeda',
  'token-b2b2c/body/code-not-text': () => 'authCode bukan teks, atau kosong',
  'token-b2b2c/body/code-is-number': () => 'authCode berupa angka',
  'token-b2b2c/body/in-spelling': ({ spelling }) => `grantType dengan ejaan ${spelling}`,
  'token-b2b2c/body/spelling-got-no-answer': ({ spelling, why }) =>
    `ejaan ${spelling} tidak mendapat respons: ${why}`,
  'token-b2b2c/body/spellings-accepted': ({ accepted }) =>
    `ejaan menurut dokumen diterima: ${accepted.join(', ')}`,
  'token-b2b2c/body/spelling-refused': ({ spelling, answer }) =>
    `grant type ${spelling} menurut dokumen ditolak: ${answer}`,
};
