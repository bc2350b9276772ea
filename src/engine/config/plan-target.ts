import type {
  CodeSource as CodeSourceConfig,
  CustomerConfig,
  TargetConfig,
} from '../../../schemas/generated/config.js';
import type { Profile } from '../../../schemas/resolved.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { CodeSource, CustomerPlan, LimitFlags, Limits, TargetPlan } from '../plan/plan.js';
import { requireBaseUrl, withoutServicePath } from './base-url.js';
import { type LoadedConfig, targetAt } from './config.js';
import { CredentialReader } from './credential-reader.js';
import { isLoopback } from './is-loopback.js';
import { profileOfTarget } from './profile-of-target.js';
import { requireHeaderValues } from './require-header-values.js';
import { refuseStrayCharacters, straySecretNotes } from './stray-characters.js';
import { requireTls } from './tls-files.js';

/**
 * Resolves a target of a config: profile, keys, limits.
 *
 * @param catalogue The requirements that a profile may name; by default the shipped ones.
 * @throws InputProblem with file and pointer when the profile, a key file or a key is invalid.
 */
export function planTarget(
  loaded: LoadedConfig,
  index: number,
  flags: LimitFlags = {},
  catalogue?: Catalogue,
): TargetPlan {
  const target = targetAt(loaded, index);
  const at = `/targets/${index}`;
  const notes = straySecretNotes(target);
  requireBaseUrl(target.baseUrl, { file: loaded.file, pointer: `${at}/baseUrl` });
  refuseStrayCharacters(target, { file: loaded.file, pointer: at });
  const read = new CredentialReader(loaded, notes);
  const profile = profileOfTarget(loaded, index, catalogue);
  requireHeaderValues(profile, target, { file: loaded.file, pointer: at });
  const { baseUrl, cut } = withoutServicePath(target.baseUrl, servicePaths(profile, target));
  if (cut !== undefined) notes.push(cutNote(cut, baseUrl));
  const tls: TargetPlan['tls'] = {};
  for (const part of ['ca', 'cert', 'key'] as const) {
    const source = target.tls?.[part];
    if (source !== undefined) tls[part] = read.pem(source, `${at}/tls/${part}`);
  }
  requireTls(tls, { file: loaded.file, pointer: `${at}/tls` });
  return {
    name: target.name,
    baseUrl,
    role: profile.role,
    profile,
    client: read.client(target.client, `${at}/client`),
    ...(target.otherClient && {
      otherClient: read.client(target.otherClient, `${at}/otherClient`),
    }),
    ...(target.tokenHeaders && { tokenHeaders: target.tokenHeaders }),
    ...(target.transaction && { transaction: target.transaction }),
    ...(target.redact && { redact: target.redact }),
    ...(target.signatureUtility && { signatureUtility: true as const }),
    ...(target.customer && { customer: planCustomer(target.customer, loaded.folder) }),
    limits: limitsOf(target, flags),
    tls,
    notes,
  };
}

/** How notes of a plan begin that are about its base URL. */
export const ofBaseUrl = 'baseUrl: ';

function cutNote(cut: string, baseUrl: string): string {
  return `${ofBaseUrl}the path of a service, ${cut}, was cut off its end: requests add it, and go to ${baseUrl}${cut}`;
}

function servicePaths({ services }: Profile, { transaction }: TargetConfig): string[] {
  const tokens = services['token-b2b'];
  const all = [
    ...[tokens.path, ...(tokens.otherPaths ?? []), services['token-b2b2c'].path],
    ...(transaction ? [transaction.path.replace(/\?.*/, '')] : []),
  ];
  return all.sort((a, b) => b.length - a.length);
}

function planCustomer(
  { authCodes, expiredAuthCodes, deviceId = 'snap-conformance', headers = {} }: CustomerConfig,
  folder: string,
): CustomerPlan {
  return {
    authCodes: planSource(authCodes, folder),
    ...(expiredAuthCodes && { expiredAuthCodes: planSource(expiredAuthCodes, folder) }),
    deviceId,
    headers,
  };
}

function planSource(source: CodeSourceConfig, folder: string): CodeSource {
  if (Array.isArray(source)) return { codes: source };
  return 'command' in source
    ? { command: source.command, folder }
    : { url: source.url, method: source.method ?? 'POST' };
}

function limitsOf({ baseUrl, limits = {} }: TargetConfig, flags: LimitFlags): Limits {
  const loopback = isLoopback(new URL(baseUrl).hostname);
  return {
    // A server that isn't this machine's is asked gently unless the config says otherwise.
    rate: flags.rate ?? limits.rate ?? (loopback ? null : 10),
    concurrency: flags.concurrency ?? limits.concurrency ?? (loopback ? 8 : 4),
    timeoutMs: limits.timeoutMs ?? 10_000,
    longestWaitMs: limits.longestWaitMs ?? 30_000,
    maxRequests: flags.maxRequests ?? limits.maxRequests ?? null,
  };
}
