/**
 * A key that can't be used. The message says what is wrong and how to fix it. Neither the message nor
 * a cause repeats any part of the text that was given as the key.
 */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/** The error for an encrypted private key, whatever its packing. */
export function encryptedKeyError(): KeyError {
  return new KeyError(
    'the private key is encrypted with a passphrase: decrypt it with ' +
      '"openssl pkey -in encrypted.pem -out plain.pem" and give that file',
  );
}
