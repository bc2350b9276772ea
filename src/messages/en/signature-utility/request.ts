/** How a request to a signature utility differs from the control. */
export const signatureUtilityRequest = {
  'signature-utility/request/earlier': ({ seconds }: { seconds: number }) =>
    `X-TIMESTAMP is ${seconds} s earlier`,
  'signature-utility/request/header-missing': ({ header }: { header: string }) =>
    `${header} is missing`,
  'signature-utility/request/spaced-body': () =>
    'the body has line breaks, and spaces within its strings',
  'signature-utility/request/unsorted-query': () => 'EndpoinUrl has a query, unsorted',
  'signature-utility/request/no-key': () => 'Private_Key is no key at all',
  'signature-utility/request/random-key': () => 'Private_Key is random bytes',
  'signature-utility/request/public-key': () => 'Private_Key is a public key',
  'signature-utility/request/curve-key': () =>
    'Private_Key is the key of an elliptic curve, not of RSA',
};
