/**
 * A key that can't be used. The message says what is wrong and how to mend it; it never holds any
 * part of the text that was given as the key, and neither does a cause.
 */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/** For every packing that can be encrypted. */
export function encryptedKeyError(): KeyError {
  return new KeyError(
    'the private key is encrypted with a passphrase: decrypt it with ' +
      '"openssl pkey -in encrypted.pem -out plain.pem" and give that file',
  );
}
