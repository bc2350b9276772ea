import { resolve } from 'node:path';
import type {
  ClientConfig,
  CodeSource as CodeSourceConfig,
  Config,
  CustomerConfig,
  PemSource,
  TargetConfig,
} from '../../../schemas/generated/config.js';
import type { Depth } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { KeyError, loadPrivateKey } from '../../protocol/keys.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Suites } from '../checks/suites.js';
import { requireBaseUrl } from '../config/base-url.js';
import type { LoadedConfig } from '../config/config.js';
import { requireTls } from '../config/tls-files.js';
import { InputProblem } from '../input/input-problem.js';
import { readText } from '../input/read-data.js';
import { loadProfile } from '../profile/profile.js';
import type { CodeSource } from '../session/customer/auth-codes.js';
import type { Effort } from './effort.js';

/** A client's credentials, ready for use: the key as PKCS#8 PEM. */
export interface ClientPlan {
  clientId: string;
  privateKey: string;
  clientSecret?: string;
}

/** A customer who consented, as the config names one. */
export interface CustomerPlan {
  authCodes: CodeSource;
  expiredAuthCodes?: CodeSource;
  /** Sent as X-DEVICE-ID. */
  deviceId: string;
  /** Headers of each transaction beside. */
  headers: Record<string, string>;
}

/** How fast and how much a target is asked. */
export interface Limits {
  /** Requests a second; null: as fast as they go. */
  rate: number | null;
  concurrency: number;
  timeoutMs: number;
  maxRequests: number | null;
}

/** One target with everything resolved, as plain data. */
export interface TargetPlan {
  name: string;
  baseUrl: string;
  role: Profile['role'];
  profile: Profile;
  client: ClientPlan;
  otherClient?: ClientPlan;
  transaction?: NonNullable<TargetConfig['transaction']>;
  /** The private key and the secret may be sent to a signature utility. */
  signatureUtility?: true;
  customer?: CustomerPlan;
  limits: Limits;
  tls: { ca?: string; cert?: string; key?: string };
  /** What was mended on the way, in words. */
  notes: string[];
  /** Ids of checks; of those that the plan chooses, this target gets these alone. */
  only?: string[];
  /** What is done for each check, when the budget allows less than the depth has. */
  effort?: Effort;
}

/** What a run does: targets, which checks, with which inputs. */
export interface RunPlan {
  targets: TargetPlan[];
  seed: number;
  depth: Depth;
  only: string[];
  skip: string[];
  shard?: { index: number; count: number };
  /** What can be checked. */
  suites: Suites;
  /** Checks may wait for tokens to expire. */
  slow?: boolean;
  /** Words of the command that led to this plan, target and choice of checks left out. */
  replay: string[];
}

/** Limits given on the command line; they replace the config's. */
export type LimitFlags = Partial<Pick<Limits, 'rate' | 'concurrency' | 'maxRequests'>>;

/**
 * Resolves a target of a config: profile, keys, limits.
 *
 * @throws InputProblem with file and pointer where the profile, a key file or a key is no good.
 */
export function planTarget(
  loaded: LoadedConfig,
  index: number,
  flags: LimitFlags = {},
  catalogue?: Catalogue,
): TargetPlan {
  const target = (loaded.config as Config).targets[index];
  if (!target) throw new RangeError(`no target ${index}`);
  const at = `/targets/${index}`;
  const notes: string[] = [];
  requireBaseUrl(target.baseUrl, { file: loaded.file, pointer: `${at}/baseUrl` });
  const read = new Reader(loaded, notes);
  const profile = profileOfTarget(loaded, index, catalogue);
  const tls: TargetPlan['tls'] = {};
  for (const part of ['ca', 'cert', 'key'] as const) {
    const source = target.tls?.[part];
    if (source !== undefined) tls[part] = read.pem(source, `${at}/tls/${part}`);
  }
  requireTls(tls, { file: loaded.file, pointer: `${at}/tls` });
  return {
    name: target.name,
    baseUrl: target.baseUrl.replace(/\/+$/, ''),
    role: profile.role,
    profile,
    client: read.client(target.client, `${at}/client`),
    ...(target.otherClient && {
      otherClient: read.client(target.otherClient, `${at}/otherClient`),
    }),
    ...(target.transaction && { transaction: target.transaction }),
    ...(target.signatureUtility && { signatureUtility: true as const }),
    ...(target.customer && { customer: planCustomer(target.customer, loaded.folder) }),
    limits: limitsOf(target, flags),
    tls,
    notes,
  };
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

/**
 * The profile of a config's target, with its overrides.
 *
 * @throws InputProblem with file and pointer where it is no good.
 */
export function profileOfTarget(
  { config, file, folder }: LoadedConfig,
  index: number,
  catalogue?: Catalogue,
): Profile {
  const target = (config as Config).targets[index];
  if (!target) throw new RangeError(`no target ${index}`);
  const at = `/targets/${index}`;
  const overrides = target.overrides && {
    services: target.overrides,
    file,
    pointer: `${at}/overrides`,
  };
  const place = { file, pointer: `${at}/profile` };
  return loadProfile(target.profile, folder, overrides, place, target.role, catalogue);
}

function limitsOf({ baseUrl, limits = {} }: TargetConfig, flags: LimitFlags): Limits {
  const loopback = isLoopback(new URL(baseUrl).hostname);
  return {
    // A stranger's server is asked gently unless its owner says otherwise.
    rate: flags.rate ?? limits.rate ?? (loopback ? null : 10),
    concurrency: flags.concurrency ?? limits.concurrency ?? (loopback ? 8 : 4),
    timeoutMs: limits.timeoutMs ?? 10_000,
    maxRequests: flags.maxRequests ?? limits.maxRequests ?? null,
  };
}

/** True for this machine's own names and addresses. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Reads what a config refers to; every problem names the place in the config. */
class Reader {
  constructor(
    private readonly loaded: LoadedConfig,
    private readonly notes: string[],
  ) {}

  client(config: ClientConfig, at: string): ClientPlan {
    const pem = this.pem(config.privateKey, `${at}/privateKey`);
    try {
      const { key, mended } = loadPrivateKey(pem);
      this.notes.push(...mended.map((what) => `key of ${config.clientId}: ${what}`));
      return {
        clientId: config.clientId,
        privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
        ...(config.clientSecret !== undefined && { clientSecret: config.clientSecret }),
      };
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      throw new InputProblem(error.message, {
        file: this.loaded.file,
        pointer: `${at}/privateKey`,
        ...(looksLikePath(config.privateKey) && {
          remedy: `Name a file as { "file": ${JSON.stringify(config.privateKey)} }.`,
        }),
      });
    }
  }

  pem(source: PemSource, pointer: string): string {
    if (typeof source === 'string') return source;
    const place = { file: this.loaded.file, pointer: `${pointer}/file` };
    if (source.file.includes('-----BEGIN')) {
      throw new InputProblem('this is a key or certificate itself, not the name of its file', {
        ...place,
        remedy: 'Give the text in the place of the object, or put it into a file and name that.',
      });
    }
    try {
      return readText(resolve(this.loaded.folder, source.file), source.file);
    } catch (error) {
      if (!(error instanceof InputProblem)) throw error;
      throw new InputProblem(`${error.message.split('\n')[0]}: ${source.file}`, {
        ...place,
        remedy: 'Relative paths start at the folder of the config.',
      });
    }
  }
}

function looksLikePath(source: PemSource): boolean {
  return typeof source === 'string' && /^[\w ./\\:~-]+\.(?:pem|key|der|txt|crt)$/i.test(source);
}
