import { relative, resolve } from 'node:path';
import type { ClientConfig, PemSource } from '../../../schemas/generated/config.js';
import type { KeySource } from '../../protocol/key-source.js';
import { KeyError, loadPrivateKey } from '../../protocol/keys.js';
import { InputProblem } from '../input/input-problem.js';
import { mostKeyBytes, readBytes } from '../input/reading/read-bytes.js';
import { shellWords } from '../input/text.js';
import type { ClientPlan } from '../plan/plan.js';
import type { LoadedConfig } from './config.js';

/** Reads the keys and certificates that a config refers to. Every problem names the place in the config. */
export class CredentialReader {
  constructor(
    private readonly loaded: LoadedConfig,
    /** Gets a line for each defect of a key that was repaired while it was read. */
    private readonly notes: string[],
  ) {}

  /**
   * A client with its private key as PKCS#8 PEM.
   *
   * @param at JSON pointer to the client in the config.
   * @throws InputProblem when the key file can't be read, or doesn't hold a usable key.
   */
  client(config: ClientConfig, at: string): ClientPlan {
    const source = this.source(config.privateKey, `${at}/privateKey`);
    try {
      const { key, mended } = loadPrivateKey(source);
      this.notes.push(...mended.map((what) => `key of ${config.clientId}: ${what}`));
      return {
        clientId: config.clientId,
        privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
        ...(config.clientSecret !== undefined && { clientSecret: config.clientSecret }),
      };
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      const place = {
        file: this.loaded.file,
        pointer: `${at}/privateKey`,
        ...remedyFor(config.privateKey, error),
      };
      const named = this.named(error, config.privateKey);
      throw new InputProblem('key-unreadable', named.message, place, { cause: named });
    }
  }

  /** The error with the file in its commands, as a shell in the working directory finds it. */
  private named(error: KeyError, source: PemSource): KeyError {
    if (typeof source === 'string') return error;
    const path = resolve(this.loaded.folder, source.file);
    return error.forFile(shellWords([relative(process.cwd(), path) || path]));
  }

  /**
   * The text of a key or certificate, given in the config or in a file.
   *
   * @throws InputProblem when the file can't be read.
   */
  pem(source: PemSource, pointer: string): string {
    return this.source(source, pointer).toString();
  }

  /** The text that is given in the config, or the bytes of the file. */
  private source(source: PemSource, pointer: string): KeySource {
    if (typeof source === 'string') return source;
    const place = { file: this.loaded.file, pointer: `${pointer}/file` };
    if (source.file.includes('-----BEGIN')) {
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
      return readBytes(resolve(this.loaded.folder, source.file), source.file, mostKeyBytes);
    } catch (error) {
      if (!(error instanceof InputProblem)) throw error;
      const what = error.problems[0]?.what ?? error.message;
      throw new InputProblem(error.code, `${what}: ${source.file}`, {
        ...place,
        remedy: 'Relative paths start at the folder of the config.',
      });
    }
  }
}

function remedyFor(source: PemSource, { commands }: KeyError): { remedy?: string } {
  if (looksLikePath(source))
    return { remedy: `Name a file as { "file": ${JSON.stringify(source)} }.` };
  return typeof source === 'string' && commands.some((command) => command.includes('FILE'))
    ? { remedy: 'FILE is a file that this text has been put into.' }
    : {};
}

function looksLikePath(source: PemSource): boolean {
  return typeof source === 'string' && /^[\w ./\\:~-]+\.(?:pem|key|der|txt|crt)$/i.test(source);
}
