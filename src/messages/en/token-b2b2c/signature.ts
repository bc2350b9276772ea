/** What is said of the signature of a request for a customer's token. */
export const tokenB2b2cSignature = {
  'token-b2b2c/signature/other-second': () => 'X-TIMESTAMP of another second',
  'token-b2b2c/signature/of-other-timestamp': ({ timestamp }: { timestamp: string }) =>
    `the signature belongs to another timestamp: ${timestamp}`,
};
