import type { tokenB2b2cResponse as English } from '../../en/token-b2b2c/response.js';

/** What is said of the answer that grants a customer's token. */
export const tokenB2b2cResponse: typeof English = {
  'token-b2b2c/response/optional-member-not-seen': ({ member }) =>
    `tidak ada respons sukses dalam pengujian ini yang memuat ${member}, yang opsional menurut dokumen`,
  'token-b2b2c/response/additional-info-open': () => 'dokumen tidak menyebut tipe additionalInfo',
};
