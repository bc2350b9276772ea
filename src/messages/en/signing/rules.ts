/** The wrong rules by which clients and servers are known to sign. Each completes "signed …". */
export const signingRules = {
  'signing/rules/signed': ({ rule }: { rule: string }) => `signed ${rule}`,
  'signing/rules/and': ({ one, other }: { one: string; other: string }) => `${one}, ${other}`,

  'signing/rules/by-target': () => 'by the target',

  // The algorithm and the key.
  'signing/rules/algorithm': ({ algorithm }: { algorithm: string }) => `with ${algorithm}`,
  'signing/rules/hmac-with-public-key': () => 'with HMAC-SHA512 and the public key as secret',
  'signing/rules/hmac-with-secret': () => 'with HMAC-SHA512 and the client secret',
  'signing/rules/decoded-secret': () => 'with the client secret decoded from Base64',
  'signing/rules/private-key': () => 'with SHA256withRSA and the private key',

  // The encoding of the signature.
  'signing/rules/hex-for-base64': () => 'in hex instead of Base64',
  'signing/rules/base64-for-hex': () => 'in Base64 instead of hex',
  'signing/rules/base64url': () => 'in Base64url',

  // The text of a token request.
  'signing/rules/swapped-order': () => 'over timestamp|clientId',
  'signing/rules/no-delimiter': () => 'without a delimiter',
  'signing/rules/colon-delimiter': () => 'with a colon for the delimiter',
  'signing/rules/pipe-delimiter': () => 'with a pipe for the delimiter',
  'signing/rules/spaced-delimiter': () => 'with spaces around the delimiter',
  'signing/rules/escaped-delimiter': () => 'with an escaped delimiter \\|',
  'signing/rules/client-id-alone': () => 'over the client id alone',
  'signing/rules/timestamp-alone': () => 'over the timestamp alone',
  'signing/rules/trailing-newline': () => 'with a newline at the end',

  // The timestamp of either.
  'signing/rules/twelve-hour-clock': () =>
    "over the timestamp on a 12-hour clock, 13 to 23 o'clock as 01 to 11 and midnight as 12",

  // The body of a transaction.
  'signing/rules/raw-body': () => 'over the raw body, not minified',
  'signing/rules/minified': () =>
    'over the body without the white space between its tokens, as the standard minifies it',
  'signing/rules/stripped-whitespace': () =>
    'over the body without any white space, that within strings included',
  'signing/rules/reserialised': () =>
    'over the body parsed and written again, as JSON.stringify does',
  'signing/rules/escaped-slashes': () =>
    'over the body parsed and written again with escaped slashes and \\u escapes, as PHP does by default',
  'signing/rules/empty-objects-as-arrays': () =>
    'over the body read into PHP arrays and written again, its empty objects as []',
  'signing/rules/spaced-separators': () =>
    'over the body parsed and written again with a space after comma and colon, as Python does by default',
  'signing/rules/sorted-members': () => 'over the body with its members sorted by name',
  'signing/rules/upper-case-hash': () => 'with the hash of the body in upper case',
  'signing/rules/base64-hash': () => 'with the hash of the body in Base64',
  'signing/rules/double-hex-hash': () =>
    'with the hexadecimal hash of the body hex-encoded once more',
  'signing/rules/no-body-hash': () => 'with nothing in the place of the hash',
  'signing/rules/empty-body-hash': () =>
    'with the hash of the empty text, as if there were no body',
  'signing/rules/empty-object-hash': () => 'with the hash of {}, as if that were the body',

  // The other parts of a transaction.
  'signing/rules/path-without-prefix': () => 'over the path without the prefix of the base URL',
  'signing/rules/whole-path': () => 'over the path as it was sent, no prefix cut or added',
  'signing/rules/full-url': () => 'over the whole URL with scheme and host, not the relative path',
  'signing/rules/decoded-url': () => 'over the URL with its percent escapes decoded',
  'signing/rules/lower-case-method': () => 'with the method in lower case',
  'signing/rules/bearer-kept': () => 'with "Bearer " left before the token',
  'signing/rules/without-token': () => 'without the token',
  'signing/rules/with-token': () => 'with the token, which this scheme leaves out',
  'signing/rules/without-timestamp': () => 'without the timestamp',
  'signing/rules/with-query': () => 'with the query as sent in the path',
  'signing/rules/no-query': () => 'without the query in the path',
  'signing/rules/sorted-query': () => 'with the query sorted in the path',
};
