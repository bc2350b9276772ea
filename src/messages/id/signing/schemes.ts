import type { signingSchemes as English } from '../../en/signing/schemes.js';

/** How transactions are signed; each completes "skema signature adalah". */
export const signingSchemes: typeof English = {
  'signing/schemes/symmetric': () => 'simetris, HMAC-SHA512 dengan client secret',
  'signing/schemes/asymmetric': () => 'asimetris, SHA256withRSA tanpa token',
  'signing/schemes/asymmetric-with-token': () =>
    'asimetris, SHA256withRSA beserta token yang tidak ditandatangani',
};
