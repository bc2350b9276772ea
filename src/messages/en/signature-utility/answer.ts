/** What is said of the answers of a signature utility. */
export const signatureUtilityAnswer = {
  'signature-utility/answer/no-signature': () => 'the answer holds no signature',
  'signature-utility/answer/not-rsa-over-text': ({ text }: { text: string }) =>
    `the signature given is not SHA256withRSA over ${JSON.stringify(text)} by the key that was sent`,
  'signature-utility/answer/not-hmac-over-text': ({ text }: { text: string }) =>
    `the signature given is not HMAC-SHA512 over ${JSON.stringify(text)} with the secret that was sent`,
  'signature-utility/answer/in-hex': ({
    start,
    documented,
  }: {
    start: string;
    documented: string;
  }) => `the signature is hexadecimal: ${start}…, documented is ${documented}`,
  'signature-utility/answer/in-other-encoding': ({
    start,
    documented,
  }: {
    start: string;
    documented: string;
  }) => `the signature is written otherwise: ${start}…, documented is ${documented}`,
  'signature-utility/answer/not-client-error': ({ status }: { status: number }) =>
    `HTTP ${status} for a request that lacks what it needs: a 4xx says whose mistake it is`,
  'signature-utility/answer/no-code': ({ status }: { status: number }) =>
    `the refusal (HTTP ${status}) has no responseCode`,
  /** `code` is JSON. */
  'signature-utility/answer/code-not-seven-digits': ({ code }: { code: string }) =>
    `responseCode is ${code}, not a text of seven digits`,
  'signature-utility/answer/other-code': ({
    code,
    documented,
  }: {
    code: string;
    documented: string[];
  }) => `the code is ${code}, documented is ${documented.join(' or ')}`,
  'signature-utility/answer/header-not-named': ({
    text,
    header,
  }: {
    text: string;
    header: string;
  }) => `the message ${JSON.stringify(text)} doesn't name ${header}`,
  'signature-utility/answer/holds-secret': ({
    status,
    header,
  }: {
    status: number;
    header: string;
  }) => `the answer (HTTP ${status}) holds what was sent as ${header}`,
};
