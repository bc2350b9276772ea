import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { requireBaseUrl } from '../../engine/config/base-url.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { loadProfile } from '../../engine/profile/profile.js';
import { loadPrivateKey } from '../../protocol/keys.js';
import { readKeyFile } from '../shared/read-key-file.js';
import type { CiKind, ConfigFormat, InitFlags } from './flags.js';

/** All that `init` needs to know. */
export interface InitAnswers {
  profile: string;
  /** May be `${NAME}`, which a run takes from the environment. */
  baseUrl: string;
  clientId: string;
  /** Path as the config has it. */
  privateKey: string;
  name: string;
  format: ConfigFormat;
  ci: CiKind;
  generateKeys: boolean;
}

/** The environment variables that the config will take, each once. */
export function variablesIn({ baseUrl, clientId, name }: InitAnswers): string[] {
  const named = [baseUrl, clientId, name].flatMap((text) =>
    [...text.matchAll(/\$\{([A-Za-z_]\w*)\}/g)].map(([, variable = '']) => variable),
  );
  return [...new Set(named)];
}

/** Where a key is written and looked for by default. */
export const usualKey = 'keys/client.pem';

/** The answers that the flags give, and the usual ones for the rest. */
export function withDefaults(flags: InitFlags): InitAnswers {
  const { baseUrl = '${SNAP_BASE_URL}' } = flags;
  return {
    profile: flags.profile ?? 'snap-bi',
    baseUrl,
    clientId: flags.clientId ?? '${SNAP_CLIENT_ID}',
    privateKey: flags.privateKey ?? usualKey,
    name: flags.name ?? nameFor(baseUrl),
    format: flags.format ?? 'yaml',
    ci: flags.ci ?? 'none',
    generateKeys: flags.generateKeys ?? false,
  };
}

/** A target's name from its address. */
export function nameFor(baseUrl: string): string {
  return (URL.canParse(baseUrl) && new URL(baseUrl).host) || 'my-target';
}

/**
 * Makes sure that a config of these answers can be read.
 *
 * @throws InputProblem
 */
export function requireAnswers(answers: InitAnswers, folder: string): void {
  const { profile, baseUrl, clientId, name, privateKey, generateKeys } = answers;
  loadProfile(profile, folder);
  requireAddress(baseUrl);
  for (const [option, text] of [
    ['--client-id', clientId],
    ['--name', name],
    ['--private-key', privateKey],
  ])
    if (text === '') throw new InputProblem('invalid-option', `${option} is empty`);
  if (!generateKeys) requireKey(privateKey, folder);
}

/** @throws InputProblem for a text that is not the address of a target. */
export function requireAddress(baseUrl: string): void {
  if (baseUrl.includes('${')) return;
  if (!/^https?:\/\/[^\s?#]+$/.test(baseUrl))
    throw new InputProblem(
      'invalid-url',
      `"${baseUrl}" is not an http or https URL without a query`,
      {
        remedy: 'Write scheme, host, port and path: https://sandbox.example:8443/prefix.',
      },
    );
  requireBaseUrl(baseUrl, {});
}

/** A key may still be missing; one that exists has to be usable. */
function requireKey(file: string, folder: string): void {
  if (existsSync(resolve(folder, file))) readKeyFile(file, '--private-key', loadPrivateKey);
}
