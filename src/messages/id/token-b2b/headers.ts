import type { tokenB2bHeaders as English } from '../../en/token-b2b/headers.js';

/** What is said of the headers of a token request. */
export const tokenB2bHeaders: typeof English = {
  'token-b2b/headers/other-media-types-allowed': () => 'dokumen tidak melarang tipe media lain',
  'token-b2b/headers/client-key-without-length': () =>
    'dokumen tidak menyebut panjang X-CLIENT-KEY',

  'token-b2b/headers/client-key-too-long': ({ characters }) =>
    `X-CLIENT-KEY berisi ${characters} karakter`,
  'token-b2b/headers/client-key-altered': () =>
    'X-CLIENT-KEY berisi client ID sendiri yang sedikit diubah',
  'token-b2b/headers/client-key-hostile': () => 'X-CLIENT-KEY berisi payload serangan',
  'token-b2b/headers/names-in-other-case': () => 'nama header dengan huruf besar/kecil berbeda',
  'token-b2b/headers/unknown-headers': () => 'header yang tidak disebut dokumen',
  'token-b2b/headers/content-type-charset': () => 'Content-Type dengan parameter charset',
  'token-b2b/headers/content-type-other-case': () =>
    'Content-Type dengan huruf besar/kecil berbeda',
  'token-b2b/headers/content-type-says': ({ type }) => `Content-Type berisi ${type}`,
};
