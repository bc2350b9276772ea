/** Mistakes of senders: the secret or the key. Each completes "signed …". */
export const mistakesSecret = {
  'mistakes/secret/line-end': () => 'with a line end after the client secret',
  'mistakes/secret/white-space': () => 'with white space beside the client secret',
  'mistakes/secret/trimmed': () => 'with the client secret without the white space around it',
  'mistakes/secret/quoted': () => 'with quotation marks around the client secret',
  'mistakes/secret/unquoted': () => 'with the client secret without the quotation marks around it',
  'mistakes/secret/hex-decoded': () => 'with the client secret decoded from hex',
  'mistakes/secret/base64-encoded': () => 'with the Base64 of the client secret',
  'mistakes/secret/hex-encoded': () => 'with the hex digits of the client secret',
  'mistakes/secret/letter-case': () => 'with the client secret in another letter case',
  'mistakes/secret/percent-encoded': () =>
    'with the client secret percent-encoded, or its + as a space',
  'mistakes/secret/percent-decoded': () =>
    'with the client secret with its percent escapes decoded',
  'mistakes/secret/hashed': () => 'with a hash of the client secret',
  'mistakes/secret/utf-16': () => 'with the client secret in UTF-16',
  'mistakes/secret/byte-order-mark': () =>
    'with a byte order mark before the client secret more or less',
  'mistakes/secret/with-ampersand': () => 'with & after the client secret, as OAuth 1 has it',
  'mistakes/secret/python-bytes': () => "with the client secret printed as b'…'",
  'mistakes/secret/first-part': () => 'with a part of the client secret',
  'mistakes/secret/without-hyphens': () => 'with the client secret without its hyphens',
  'mistakes/secret/with-client-id': () => 'with client id and client secret together',
  'mistakes/secret/client-id': () => 'with the client id in the place of the client secret',
  'mistakes/secret/access-token': () => 'with the access token in the place of the client secret',
  'mistakes/secret/public-key': () => 'with the public key in the place of the client secret',
  'mistakes/secret/empty': () => 'with an empty client secret',
  'mistakes/secret/undefined': () =>
    'with "undefined" or the like in the place of the client secret',
  'mistakes/secret/placeholder': () => 'with a placeholder in the place of the client secret',
  'mistakes/secret/arguments-swapped': () => "with text and client secret in each other's place",
  'mistakes/secret/another-secret-of-set': ({ number }: { number: number }) =>
    `with client secret ${number} of those given, not with the first`,
  'mistakes/secret/another-key-of-set': ({ number }: { number: number }) =>
    `with the private half of key ${number} of those given, not of the first`,
};
