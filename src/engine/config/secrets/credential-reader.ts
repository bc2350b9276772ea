import { createPrivateKey } from 'node:crypto';
import { relative, resolve } from 'node:path';
import type {
  ClientConfig,
  PemSource,
  PfxSource,
  SecretSource,
} from '../../../../schemas/generated/config.js';
import { type Message, say } from '../../../messages/message.js';
import { KeyError, wrongPassphraseError } from '../../../protocol/key-error.js';
import type { KeySource } from '../../../protocol/key-source.js';
import { loadPrivateKey } from '../../../protocol/keys.js';
import { InputProblem } from '../../input/input-problem.js';
import { mostKeyBytes, readBytes } from '../../input/reading/read-bytes.js';
import { shellWords } from '../../input/text.js';
import type { ClientPlan, HiddenText } from '../../plan/plan.js';
import type { LoadedConfig } from '../config.js';
import { placeholderKey } from './placeholder-key.js';

/** What a reader needs besides the config. */
export interface CredentialReaderOptions {
  /** Commands and variables of secrets have not been asked, and something stands in for what they would give. */
  placeholders?: boolean | undefined;
}

/** Reads the keys, secrets and certificates that a config refers to. Every problem names the place in the config. */
export class CredentialReader {
  /** Gets a line for each defect of a key that was repaired while it was read. */
  readonly notes: Message[] = [];
  /** What was read that no report may show, and no client has as its key or secret. */
  readonly secrets: HiddenText[] = [];

  constructor(
    private readonly loaded: LoadedConfig,
    private readonly options: CredentialReaderOptions = {},
  ) {}

  /**
   * A client with its private key as PKCS#8 PEM.
   *
   * @param at JSON pointer to the client in the config.
   * @throws InputProblem when the key file can't be read, or doesn't hold a usable key.
   */
  client(config: ClientConfig, at: string): ClientPlan {
    const { clientId, clientSecret } = config;
    return {
      clientId,
      privateKey: this.#privateKey(config, `${at}/privateKey`),
      ...(clientSecret !== undefined && {
        clientSecret: this.secret(clientSecret, `${at}/clientSecret`),
      }),
    };
  }

  #privateKey({ clientId, privateKey: written }: ClientConfig, pointer: string): string {
    const source = this.#source(written, pointer);
    const passphrase = this.#passphrase(written, pointer);
    if (source === undefined || passphrase === unread) {
      this.notes.push(say('run/notes/key', { clientId, mended: say('run/notes/key-not-read') }));
      return placeholderKey();
    }
    try {
      const { key, mended } = loadPrivateKey(source, passphrase);
      this.notes.push(...mended.map((each) => say('run/notes/key', { clientId, mended: each })));
      return key.export({ type: 'pkcs8', format: 'pem' }) as string;
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      const wrong = passphrase !== undefined && error.message === wrongPassphraseError().message;
      const named = this.#named(error, written);
      throw new InputProblem(
        'key-unreadable',
        named.message,
        {
          file: this.loaded.file,
          pointer: wrong ? `${pointer}/passphrase` : pointer,
          ...remedyFor(written, error),
        },
        { cause: named },
      );
    }
  }

  /** The error with the file in its commands, as a shell in the working directory finds it. */
  #named(error: KeyError, source: PemSource): KeyError {
    if (typeof source === 'string' || !('file' in source)) return error;
    const path = resolve(this.loaded.folder, source.file);
    return error.forFile(shellWords([relative(process.cwd(), path) || path]));
  }

  /** A secret as it is given in the config; asked commands and variables have left it there. */
  secret(source: SecretSource, pointer: string): string {
    if (typeof source === 'string') return source;
    if (this.options.placeholders) return 'a secret that was not asked for';
    throw new Error(`${pointer}: nobody asked for the secret`);
  }

  /** A secret that is hidden in all that is written from then on. */
  hidden(source: SecretSource, pointer: string, shown: string): string {
    const text = this.secret(source, pointer);
    this.secrets.push({ text, shown });
    return text;
  }

  #passphrase(source: PemSource | PfxSource, pointer: string): string | undefined | typeof unread {
    if (typeof source === 'string' || source.passphrase === undefined) return undefined;
    if (typeof source.passphrase !== 'string' && this.options.placeholders) return unread;
    return this.hidden(source.passphrase, `${pointer}/passphrase`, '[passphrase]');
  }

  /**
   * The text of a certificate, given in the config or in a file.
   *
   * @returns undefined when a command would print it, and isn't run
   * @throws InputProblem when the file can't be read.
   */
  pem(source: PemSource, pointer: string): string | undefined {
    return this.#source(source, pointer)?.toString();
  }

  /**
   * The private key of a client certificate as PEM, decrypted.
   *
   * @returns undefined when a command would print it or its passphrase, and isn't run
   * @throws InputProblem when the file can't be read, or the passphrase doesn't open it.
   */
  tlsKey(source: PemSource, pointer: string): string | undefined {
    const pem = this.pem(source, pointer);
    const passphrase = this.#passphrase(source, pointer);
    if (pem === undefined || passphrase === undefined) return pem;
    if (passphrase === unread) return undefined;
    try {
      const key = createPrivateKey({ key: pem, passphrase });
      return key.export({ type: 'pkcs8', format: 'pem' }) as string;
    } catch {
      throw new InputProblem('tls-key-unreadable', wrongPassphraseError().message, {
        file: this.loaded.file,
        pointer: `${pointer}/passphrase`,
      });
    }
  }

  /**
   * A PKCS#12 keystore and its passphrase.
   *
   * @returns undefined when a command would print one of them, and isn't run
   * @throws InputProblem when the file can't be read.
   */
  pfx(source: PfxSource, pointer: string): { pfx: Buffer; passphrase?: string } | undefined {
    const passphrase = this.#passphrase(source, pointer);
    if (passphrase === unread || 'command' in source) return undefined;
    const pfx =
      'base64' in source
        ? Buffer.from(source.base64, 'base64')
        : Buffer.from(this.#file(source.file, pointer));
    this.secrets.push({ text: pfx.toString('base64'), shown: '[PKCS#12]' });
    return { pfx, ...(passphrase !== undefined && { passphrase }) };
  }

  /** The text that is given in the config, or the bytes of the file; undefined for a command's. */
  #source(source: PemSource, pointer: string): KeySource | undefined {
    if (typeof source === 'string') return source;
    if ('pem' in source) return source.pem;
    if ('file' in source) return this.#file(source.file, pointer);
    if (this.options.placeholders) return undefined;
    throw new Error(`${pointer}: nobody ran the command`);
  }

  #file(file: string, pointer: string): Buffer {
    const place = { file: this.loaded.file, pointer: `${pointer}/file` };
    if (file.includes('-----BEGIN')) {
      throw new InputProblem(
        'pem-as-file-name',
        'this is a key or certificate itself, not the name of its file',
        {
          ...place,
          remedy: 'Give the text in the place of the object, or put it into a file and name that.',
        },
      );
    }
    try {
      return readBytes(resolve(this.loaded.folder, file), file, mostKeyBytes);
    } catch (error) {
      if (!(error instanceof InputProblem)) throw error;
      const what = error.problems[0]?.what ?? error.message;
      throw new InputProblem(error.code, `${what}: ${file}`, {
        ...place,
        remedy: 'Relative paths start at the folder of the config.',
      });
    }
  }
}

/** A passphrase that nobody asked for. */
const unread = Symbol('unread');

function remedyFor(
  source: PemSource,
  { commands, needsPassphrase }: KeyError,
): { remedy?: string } {
  if (looksLikePath(source))
    return { remedy: `Name a file as { "file": ${JSON.stringify(source)} }.` };
  const isText = typeof source === 'string';
  const remedies = [
    ...(isText && commands.some((command) => command.includes('FILE'))
      ? ['FILE is a file that this text has been put into.']
      : []),
    ...(needsPassphrase
      ? [
          `Or leave it encrypted, and give the config the passphrase: { "${isText ? 'pem' : 'file'}": …, "passphrase": { "env": "KEY_PASSPHRASE" } }.`,
        ]
      : []),
  ];
  return remedies.length > 0 ? { remedy: remedies.join(' ') } : {};
}

function looksLikePath(source: PemSource): boolean {
  return typeof source === 'string' && /^[\w ./\\:~-]+\.(?:pem|key|der|txt|crt)$/i.test(source);
}
