import type { tokenB2b2cSignature as English } from '../../en/token-b2b2c/signature.js';

/** What is said of the signature of a request for a customer's token. */
export const tokenB2b2cSignature: typeof English = {
  'token-b2b2c/signature/other-second': () => 'X-TIMESTAMP pada detik lain',
  'token-b2b2c/signature/of-other-timestamp': ({ timestamp }) =>
    `signature-nya milik timestamp lain: ${timestamp}`,
};
