import type { tokenB2b2cHeaders as English } from '../../en/token-b2b2c/headers.js';

/** What is said of the headers of a request for a customer's token. */
export const tokenB2b2cHeaders: typeof English = {
  'token-b2b2c/headers/content-type': ({ mediaType }) => `Content-Type berisi ${mediaType}`,
  'token-b2b2c/headers/media-types-open': () => 'dokumen tidak melarang tipe media lain',
};
