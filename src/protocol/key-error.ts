/**
 * A key that can't be used. The message says what is wrong and how to fix it. Neither the message nor
 * a cause repeats any part of the text that was given as the key.
 */
export class KeyError extends Error {
  override readonly name = 'KeyError';

  /**
   * @param commands What the message tells to run, in order; `FILE` stands for the file of the key.
   * @param needsPassphrase The key is encrypted, and no passphrase was given.
   */
  constructor(
    message: string,
    readonly commands: readonly string[] = [],
    readonly needsPassphrase = false,
  ) {
    super(message);
  }

  /**
   * The same error about a file.
   *
   * @param file Its name, quoted for a shell.
   */
  forFile(file: string): KeyError {
    const named = (text: string) => text.replace(/\bFILE\b/g, () => file);
    return new KeyError(named(this.message), this.commands.map(named), this.needsPassphrase);
  }
}

/** Says what is wrong, and which commands mend it. */
export function keyErrorWith(what: string, commands: readonly string[]): KeyError {
  return new KeyError(`${what} with "${commands.join('", then "')}"`, commands);
}

/** The error for an encrypted private key, whatever its packing. */
export function encryptedKeyError(): KeyError {
  const { message, commands } = keyErrorWith(
    'the private key is encrypted with a passphrase: put that into the environment as KEY_PASSPHRASE, decrypt the key',
    ['snap-conformance key FILE --passphrase-env KEY_PASSPHRASE --out key.pem'],
  );
  return new KeyError(message, commands, true);
}

/** The error for a passphrase that doesn't belong to the key. */
export function wrongPassphraseError(): KeyError {
  return new KeyError('the passphrase does not open the private key: give the one of this file');
}
