/** What is said of the headers of a request for a customer's token. */
export const tokenB2b2cHeaders = {
  'token-b2b2c/headers/content-type': ({ mediaType }: { mediaType: string }) =>
    `Content-Type says ${mediaType}`,
  'token-b2b2c/headers/media-types-open': () => 'the document does not rule out other media types',
};
