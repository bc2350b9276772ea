import { createPublicKey } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type {
  ClientConfig,
  Config,
  PemSource,
  TargetConfig,
} from '../../../schemas/generated/config.js';
import type { Clients } from '../../api/configured-sandbox.js';
import { loadConfig } from '../../engine/config/config.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { mostKeyBytes, readBytes } from '../../engine/input/reading/read-bytes.js';
import { shellWords } from '../../engine/input/text.js';
import { writeWhole } from '../../engine/input/writing/draft-file.js';
import { systemProblem } from '../../engine/input/writing/system-problem.js';
import { KeyError, loadPrivateKey } from '../../protocol/keys.js';
import { createCredentials, type SandboxCredentials } from '../../sandbox/tokens/credentials.js';
import { makeFolder } from '../shared/make-folder.js';

const files = { client: 'client.pem', otherClient: 'other.pem', config: 'snap.config.json' };

/** Where a served sandbox puts what its client needs: two private keys and a config. */
export interface ServeFolder {
  clients: Clients;
  /** Paths of the files. */
  files: typeof files;
  /**
   * Writes the keys and a config for the target, readable only by their owner.
   *
   * @throws InputProblem when a file can't be written.
   */
  write(target: TargetConfig): void;
  /** Removes a temporary folder: its keys are of no use once the sandbox stops. */
  remove(): void;
}

/**
 * Opens the folder; keys, client ids and secrets that an earlier sandbox left there are used again.
 *
 * @param chosen Path of the folder; by default a new temporary one.
 * @throws InputProblem when it holds another config or an invalid key, or can't be made.
 */
export async function openServeFolder(chosen: string | undefined): Promise<ServeFolder> {
  const folder = chosen === undefined ? temporaryFolder() : openFolder(chosen);
  const paths = {
    client: join(folder, files.client),
    otherClient: join(folder, files.otherClient),
    config: join(folder, files.config),
  };
  const known = existsSync(paths.config) ? await readOwnConfig(paths.config) : undefined;
  const [client, otherClient] = await Promise.all([
    credentials('client', paths.client, known?.client),
    credentials('other', paths.otherClient, known?.otherClient),
  ]);
  return {
    clients: { client, otherClient },
    files: paths,
    write: (target) => {
      writeSecret(paths.client, client.privateKey);
      writeSecret(paths.otherClient, otherClient.privateKey);
      const config: Config = {
        targets: [
          {
            ...target,
            client: withKeyFile(client, files.client),
            otherClient: withKeyFile(otherClient, files.otherClient),
          },
        ],
      };
      writeSecret(paths.config, `${JSON.stringify(config, undefined, 2)}\n`);
    },
    remove: () => {
      if (chosen === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'snap-sandbox-'));
}

function openFolder(chosen: string): string {
  makeFolder(chosen, '--keys DIR', 0o700);
  return resolve(chosen);
}

/** The target of a config that an earlier sandbox wrote. No other config may be overwritten. */
async function readOwnConfig(file: string): Promise<TargetConfig> {
  const { targets } = (await loadConfig(file, '.', {})).config;
  const [target] = targets;
  const { privateKey } = target.client;
  if (targets.length === 1 && fileOf(privateKey) === files.client) return target;
  throw new InputProblem(
    'would-overwrite',
    'this config was not written by `serve`, and would be overwritten',
    {
      file,
      remedy: 'Name another folder with --keys DIR.',
    },
  );
}

/** The file that a key is read from; undefined if it isn't. */
function fileOf(source: PemSource): string | undefined {
  return typeof source === 'object' && 'file' in source ? source.file : undefined;
}

async function credentials(
  name: string,
  file: string,
  known: ClientConfig | undefined,
): Promise<SandboxCredentials> {
  const fresh = await createCredentials(name);
  return {
    ...fresh,
    ...(known && { clientId: known.clientId }),
    ...(typeof known?.clientSecret === 'string' && { clientSecret: known.clientSecret }),
    ...(existsSync(file) && readKey(file)),
  };
}

function readKey(file: string): Pick<SandboxCredentials, 'privateKey' | 'publicKey'> {
  try {
    const { key } = loadPrivateKey(readBytes(file, file, mostKeyBytes));
    return {
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
      publicKey: createPublicKey(key),
    };
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    const place = { file, remedy: 'Or remove it: a new one is made then.' };
    const named = error.forFile(shellWords([file]));
    throw new InputProblem('key-unreadable', named.message, place, { cause: named });
  }
}

function withKeyFile({ clientId, clientSecret }: SandboxCredentials, file: string): ClientConfig {
  return { clientId, clientSecret, privateKey: { file } };
}

function writeSecret(file: string, text: string): void {
  try {
    writeWhole(file, text, 0o600);
  } catch (error) {
    throw new InputProblem('not-writable', `can't write there: ${systemProblem(error) ?? error}`, {
      file,
      remedy: 'Name another folder with --keys DIR.',
    });
  }
}
