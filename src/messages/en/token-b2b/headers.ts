/** What is said of the headers of a token request. */
export const tokenB2bHeaders = {
  'token-b2b/headers/other-media-types-allowed': () =>
    'the document does not rule out other media types',
  'token-b2b/headers/client-key-without-length': () => 'the document gives X-CLIENT-KEY no length',

  'token-b2b/headers/client-key-too-long': ({ characters }: { characters: number }) =>
    `X-CLIENT-KEY had ${characters} characters`,
  'token-b2b/headers/client-key-altered': () => 'X-CLIENT-KEY is the own id, slightly changed',
  'token-b2b/headers/client-key-hostile': () => 'X-CLIENT-KEY holds hostile text',
  'token-b2b/headers/names-in-other-case': () => 'header names in other letter case',
  'token-b2b/headers/unknown-headers': () => 'headers that the document does not name',
  'token-b2b/headers/content-type-charset': () => 'Content-Type with a charset parameter',
  'token-b2b/headers/content-type-other-case': () => 'Content-Type in other letter case',
  'token-b2b/headers/content-type-says': ({ type }: { type: string }) =>
    `Content-Type says ${type}`,
};
