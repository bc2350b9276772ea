import type { tokenB2bResponse as English } from '../../en/token-b2b/response.js';

/** What is said of the response that grants a token. */
export const tokenB2bResponse: typeof English = {
  'token-b2b/response/optional-member-absent': ({ member }) =>
    `tidak ada respons sukses dalam pengujian ini yang memuat ${member}, yang opsional menurut dokumen`,
  'token-b2b/response/additional-info-without-type': () =>
    'dokumen tidak menyebut tipe additionalInfo',
};
