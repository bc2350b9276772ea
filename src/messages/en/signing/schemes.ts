/** How transactions are signed; each completes "the signature is". */
export const signingSchemes = {
  'signing/schemes/symmetric': () => 'symmetric, HMAC-SHA512 with the client secret',
  'signing/schemes/asymmetric': () => 'asymmetric, SHA256withRSA without a token',
  'signing/schemes/asymmetric-with-token': () =>
    'asymmetric, SHA256withRSA beside a token that is not signed',
};
