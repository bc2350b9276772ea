/** Mistakes of senders: the hash of the body, and the algorithm of the signature. Each completes "signed …". */
export const mistakesHash = {
  'mistakes/hash/base64-of-hex': () => "with the Base64 of the hex digits of the body's hash",
  'mistakes/hash/hashed-twice': () => 'with the hash of the body hashed once more',
  'mistakes/hash/body-itself': () => 'with the body itself in the place of its hash',
  'mistakes/hash/undefined': () => 'with "undefined" or the like in the place of the body\'s hash',
  'mistakes/hash/other-algorithm': () => 'with another hash of the body than SHA-256',
  'mistakes/hash/in-pairs': () => "with separators between the bytes of the body's hash",
  'mistakes/hash/prefixed': () => "with the name of the algorithm, or 0x, before the body's hash",
  'mistakes/hash/quoted': () => "with quotation marks around the body's hash",
  'mistakes/hash/leading-zeros-lost': () => "with zeros of the body's hash lost",
  'mistakes/hash/as-bytes': () => "with the bytes of the body's hash, not written as hex",
  'mistakes/hash/line-end': () =>
    "with what a command prints beside the body's hash: a line end, the name of the file",
  'mistakes/hash/hmac': () => 'with an HMAC of the body in the place of its hash',
  'mistakes/hash/no-key': () => 'as a plain hash, without any secret',
  'mistakes/hash/digest-with-secret': () =>
    'as a plain hash of text and secret together, not as an HMAC',
  'mistakes/hash/hmac-twice': () => 'as an HMAC of the HMAC',
  'mistakes/hash/no-digest-info': () =>
    'without the name of the hash that PKCS#1 v1.5 puts before it',
  'mistakes/hash/no-null-parameter': () =>
    'without the NULL that PKCS#1 v1.5 has beside the name of the hash',
  'mistakes/hash/text-not-hashed': () =>
    'by encrypting the text with the private key, without a hash',
  'mistakes/hash/no-padding': () => 'without the padding of PKCS#1 v1.5',
  'mistakes/hash/encryption-padding': () =>
    'with the padding of encryption in the place of that of signatures',
};
