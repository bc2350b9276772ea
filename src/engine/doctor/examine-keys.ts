import { createPublicKey, type KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { ClientConfig } from '../../../schemas/generated/config.js';
import type { Text } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { keyIdOf } from '../../protocol/key-id.js';
import type { LoadedConfig } from '../config/config.js';
import { shellWords } from '../input/text.js';
import type { ClientPlan, TargetPlan } from '../plan/plan.js';
import { type DoctorFinding, failure, ok, warning } from './finding.js';

/**
 * Examines the keys of a target's clients, which have all been read by now: their form, who else can read
 * them, and whether they are the right ones.
 *
 * @param registered The public key that the provider has for `client`, if it is known.
 */
export function examineKeys(
  target: TargetPlan,
  { config, folder }: Pick<LoadedConfig, 'config' | 'folder'>,
  registered?: KeyObject,
): DoctorFinding[] {
  const written = config.targets.find(({ name }) => name === target.name);
  const { client, otherClient, notes } = target;
  return [
    ...keyFindings(client, notes, shownFile(written?.client, folder)),
    ...openToOthers(written?.client, folder),
    ...(registered ? [pairFinding(client, registered, shownFile(written?.client, folder))] : []),
    ...(otherClient
      ? [
          ...keyFindings(otherClient, notes, shownFile(written?.otherClient, folder)),
          ...openToOthers(written?.otherClient, folder),
          ...sameClient(client, otherClient),
        ]
      : []),
  ];
}

const aboutKey = ({ clientId }: Pick<ClientPlan, 'clientId'>) => `private key of ${clientId}`;

function fileOf(config: ClientConfig | undefined): string | undefined {
  const source = config?.privateKey;
  return typeof source === 'object' && 'file' in source ? source.file : undefined;
}

/** The file of a client's key, for a shell in the working directory; undefined if the config itself has the key. */
function shownFile(config: ClientConfig | undefined, folder: string): string | undefined {
  const file = fileOf(config);
  if (file === undefined) return undefined;
  const path = resolve(folder, file);
  return shellWords([relative(process.cwd(), path) || path]);
}

/** How to run `key` on a client's key. */
function keyCommand(file: string | undefined, options: string): string {
  const command = `snap-conformance key ${file ?? 'FILE'} ${options}`;
  return file === undefined
    ? `${command} (FILE is a file with the key that the config holds)`
    : command;
}

function keyFindings(
  client: ClientPlan,
  notes: readonly Text[],
  file: string | undefined,
): DoctorFinding[] {
  const key = createPublicKey(client.privateKey);
  const { modulusLength } = key.asymmetricKeyDetails ?? {};
  const texts = notes.map((note) => render(note));
  const mark = `key of ${client.clientId}: `;
  const mended = texts.filter((note) => note.startsWith(mark));
  const secret = `clientSecret of ${client.clientId} `;
  const stray = texts.filter((note) => note.startsWith(secret));
  return [
    ok(
      aboutKey(client),
      `RSA, ${modulusLength} bits; its public key has the SHA-256 ${keyIdOf(key)}`,
    ),
    ...mended.map((note) =>
      warning(
        aboutKey(client),
        `it could be read, but ${note.slice(mark.length)}`,
        `Other tools may not be able to read it. Write it again: ${keyCommand(file, '--out key.pem')}`,
      ),
    ),
    ...stray.map((note) =>
      warning(
        `client secret of ${client.clientId}`,
        note.slice(secret.length).replace(/:.*/, ''),
        'Take it out unless it belongs to the secret.',
      ),
    ),
  ];
}

function pairFinding(
  client: ClientPlan,
  registered: KeyObject,
  file: string | undefined,
): DoctorFinding {
  const own = keyIdOf(createPublicKey(client.privateKey));
  const other = keyIdOf(registered);
  const about = `key pair of ${client.clientId}`;
  return own === other
    ? ok(about, 'the public key belongs to the private key')
    : failure(
        about,
        `the public key (SHA-256 ${other}) is not the one of the private key`,
        'Name the private key that the registered one was made from.',
        `Or register the public key of this one: ${keyCommand(file, '--public --out public.pem')}`,
      );
}

function openToOthers(config: ClientConfig | undefined, folder: string): DoctorFinding[] {
  const file = fileOf(config);
  // Windows has no file modes.
  if (config === undefined || file === undefined || process.platform === 'win32') return [];
  const mode = statSync(resolve(folder, file)).mode & 0o777;
  if ((mode & 0o077) === 0) return [];
  return [
    warning(
      aboutKey(config),
      `users other than its owner can access ${file} (mode ${mode.toString(8)})`,
      `chmod 600 ${file}`,
    ),
  ];
}

function sameClient(client: ClientPlan, other: ClientPlan): DoctorFinding[] {
  const same = [
    ...(client.clientId === other.clientId ? ['client id'] : []),
    ...(client.privateKey === other.privateKey ? ['key'] : []),
  ];
  if (same.length === 0) return [];
  return [
    failure(
      'otherClient',
      `it has the same ${same.join(' and ')} as client, so it proves nothing`,
      'Name a second client, registered with a key of its own, or leave otherClient out.',
    ),
  ];
}
