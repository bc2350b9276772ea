import type { TargetConfig } from '../../../schemas/generated/config.js';
import type { Profile } from '../../../schemas/resolved.js';
import { type Message, say, type Text } from '../../messages/message.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { formOfTarget } from '../form/form-of-target.js';
import { mostForFurther } from '../plan/effort.js';
import type { LimitFlags, Limits, TargetPlan } from '../plan/plan.js';
import { requireBaseUrl, withoutServicePath } from './base-url.js';
import { type Call, callsOf } from './calls-of.js';
import { type LoadedConfig, targetAt } from './config.js';
import { customerOf } from './customer-of.js';
import { isLoopback } from './is-loopback.js';
import { wayOf } from './network/way-of.js';
import { profileOfTarget } from './profile-of-target.js';
import { requireHeaderValues } from './require-header-values.js';
import { CredentialReader } from './secrets/credential-reader.js';
import { refuseStrayCharacters, straySecretNotes } from './stray-characters.js';

/** What of a run bears on the plan of each target. */
export interface TargetFlags extends LimitFlags {
  /** Patterns of checks that targets in production are put to. */
  allowProduction?: readonly string[];
  /** Secrets that commands and variables hold have not been fetched: the plan is good for counting alone. */
  placeholders?: boolean;
  /** Where proxies are named. Default: that of the process. */
  environment?: NodeJS.ProcessEnv;
  /** Which of the target's services it is for, by its place. Default 0, with the token services. */
  call?: number;
  /** The first of its services is tested in the same run. */
  first?: boolean;
}

/**
 * Resolves a target of a config: profile, keys, limits, and the way to it.
 *
 * @param loaded With its secrets fetched, unless `flags` says otherwise.
 * @param flags The limits replace the config's.
 * @param catalogue The requirements that a profile may name; by default the shipped ones.
 * @throws InputProblem with file and pointer when the profile, a key file or a key is invalid.
 */
export function planTarget(
  loaded: LoadedConfig,
  index: number,
  {
    allowProduction = [],
    placeholders,
    environment = process.env,
    call: place = 0,
    first = false,
    ...flags
  }: TargetFlags = {},
  catalogue?: Catalogue,
): TargetPlan {
  const target = targetAt(loaded, index);
  const at = `/targets/${index}`;
  const calls = callsOf(target);
  const call = calls[place];
  const notes: Text[] = straySecretNotes(target, call);
  requireBaseUrl(target.baseUrl, { file: loaded.file, pointer: `${at}/baseUrl` });
  refuseStrayCharacters(target, { file: loaded.file, pointer: at });
  const read = new CredentialReader(loaded, { placeholders });
  const profile = profileOfTarget(loaded, index, catalogue, call);
  const confirmedByFirst =
    place > 0 &&
    first &&
    calls[0]?.transaction.repeatable &&
    !profile.services['token-b2b'].offered;
  requireHeaderValues(profile, target, call, { file: loaded.file, pointer: at });
  const { baseUrl, cut } = withoutServicePath(target.baseUrl, servicePaths(profile, calls));
  if (cut !== undefined) notes.push(cutNote(cut, baseUrl));
  const network = { file: loaded.file, pointer: at, environment, read };
  const way = wayOf(new URL(baseUrl), target, network);
  return {
    name: (place > 0 && call?.name) || target.name,
    ...(place > 0 && { partOf: target.name }),
    ...(calls.length > 1 && call && { alone: call.name }),
    baseUrl,
    role: profile.role,
    profile,
    client: read.client(target.client, `${at}/client`),
    ...(target.otherClient && {
      otherClient: read.client(target.otherClient, `${at}/otherClient`),
    }),
    ...(target.tokenHeaders && { tokenHeaders: target.tokenHeaders }),
    ...certificationOf(loaded.config, target),
    ...(call && {
      transaction: call.transaction,
      form: formOfTarget(call.transaction, profile, {
        file: loaded.file,
        pointer: `${at}/${call.member}`,
      }),
    }),
    ...(confirmedByFirst && { confirmedByFirst }),
    ...(calls.length > 1 && {
      otherTransactions: calls
        .filter((other) => other !== call)
        .map(({ transaction }) => transaction),
    }),
    ...(target.redact && { redact: target.redact }),
    ...(target.signatureUtility && { signatureUtility: true as const }),
    ...(target.customer && {
      customer: customerOf(target.customer, target, loaded.folder, network),
    }),
    ...(target.environment === 'production' && { production: { allow: [...allowProduction] } }),
    limits: limitsOf(target, flags),
    ...way,
    ...(read.secrets.length > 0 && { secrets: read.secrets }),
    notes: [
      ...notes,
      ...read.notes,
      ...productionNotes(target, allowProduction),
      ...callNotes(call, place > 0, confirmation(profile, confirmedByFirst)),
    ],
  };
}

/** The head of the form: what the target says, and else what the config says for all targets. */
function certificationOf(
  { certification }: LoadedConfig['config'],
  target: TargetConfig,
): Pick<TargetPlan, 'certification'> {
  const head = { ...certification, ...target.certification };
  return Object.keys(head).length === 0 ? {} : { certification: head };
}

function productionNotes({ environment }: TargetConfig, allow: readonly string[]): Message[] {
  if (environment !== 'production') return [];
  return [
    allow.length === 0
      ? say('run/notes/control-alone')
      : say('run/notes/production-allowed', { allow }),
  ];
}

function confirmation({ services }: Profile, byFirst: boolean | undefined): Message {
  if (services['token-b2b'].offered) return say('run/notes/confirmed-by-token');
  return byFirst ? say('run/notes/confirmed-by-first') : say('run/notes/confirmed-by-nothing');
}

/** How a service is tested, where that is less than usual. */
function callNotes(call: Call | undefined, further: boolean, confirmed: Message): Message[] {
  if (!call) return [];
  const { serviceCode, repeatable } = call.transaction;
  return [
    ...(further ? [say('run/notes/further-service', { serviceCode, most: mostForFurther })] : []),
    ...(repeatable ? [] : [say('run/notes/called-once', { serviceCode, confirmed })]),
  ];
}

/** How notes of a plan begin that are about its base URL. */
export const ofBaseUrl = 'baseUrl: ';

function cutNote(cut: string, baseUrl: string): Message {
  return say('run/notes/service-path-cut', { cut, baseUrl });
}

function servicePaths({ services }: Profile, calls: readonly Call[]): string[] {
  const tokens = services['token-b2b'];
  const all = [
    ...[tokens.path, ...(tokens.otherPaths ?? []), services['token-b2b2c'].path],
    ...calls.map(({ transaction }) => transaction.path.replace(/\?.*/, '')),
  ];
  return all.sort((a, b) => b.length - a.length);
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
