import type { CustomerConfig, TransactionConfig } from '../../schemas/generated/config.js';
import type { Services } from '../../schemas/generated/profile.js';
import type { Profile } from '../../schemas/resolved.js';
import { formOfTarget } from '../engine/form/form-of-target.js';
import { membersOfCall } from '../engine/form/members-of-call.js';
import { InputProblem } from '../engine/input/input-problem.js';
import { isObject } from '../engine/input/text.js';
import { loadProfile } from '../engine/profile/profile.js';
import type { AnswerListener } from '../sandbox/answers/decision.js';
import type { AnyFault } from '../sandbox/faults/fault.js';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.js';
import { authCodePath } from '../sandbox/token-b2b2c/service.js';
import type { SandboxClient } from '../sandbox/tokens/client.js';
import { createCredentials, type SandboxCredentials } from '../sandbox/tokens/credentials.js';
import { usualHeaders } from '../sandbox/tokens/usual-headers.js';
import type { SandboxCall } from '../sandbox/transaction/policy.js';
import { usualTransaction } from '../sandbox/transaction/usual-transaction.js';
import { requireHttpFaults } from './require-http-faults.js';
import type { SandboxTargetConfig } from './sandbox-target-config.js';

/** The two clients that a sandbox for a run knows. */
export interface Clients {
  client: SandboxCredentials;
  otherClient: SandboxCredentials;
}

/** Two clients with fresh keys. */
export async function freshClients(): Promise<Clients> {
  const [client, otherClient] = await Promise.all([
    createCredentials('client'),
    createCredentials('other'),
  ]);
  return { client, otherClient };
}

/** How a sandbox is started. */
export interface ConfiguredSandboxOptions {
  /** Name of the target. */
  name: string;
  /** Shipped name, or path. */
  profile: string;
  /** Which side the sandbox plays; default: the profile's own role. */
  role?: Profile['role'];
  clients: Clients;
  faults: readonly AnyFault[];
  variations?: readonly string[];
  port?: number;
  /** Address or name of this machine; default: the loopback. */
  host?: string;
  /** Clients that are registered besides the two. */
  moreClients?: readonly SandboxClient[];
  /** Services that are offered besides the usual one. */
  moreCalls?: readonly SandboxCall[];
  /** Makes the listener that is told of each answer, by the rules that the sandbox keeps to. */
  listener?: (rules: SandboxRules) => AnswerListener;
}

/** What a sandbox keeps to. */
export interface SandboxRules {
  profile: Profile;
  /** All that are registered. */
  clients: readonly SandboxClient[];
  /** The services that are called with its tokens. */
  calls: readonly SandboxCall[];
  /** Path that comes before that of each service; empty for most. */
  prefix: string;
}

/** A running sandbox, the profile it keeps to, and the target of a config that tests it; keys are PEM text. */
export interface ConfiguredSandbox {
  sandbox: Sandbox;
  profile: Profile;
  target: SandboxTargetConfig;
}

/**
 * Starts a sandbox of a profile, and says how a config tests it.
 *
 * @throws InputProblem for an unknown profile, a fault that plain HTTP doesn't show, and a port that
 * isn't available.
 */
export async function startConfiguredSandbox(
  options: ConfiguredSandboxOptions,
): Promise<ConfiguredSandbox> {
  const { name, clients, faults, variations = [], port = 0 } = options;
  requireHttpFaults(faults);
  const services = overridesOf(faults);
  const overridden = services && { services, file: 'the faults', pointer: '' };
  const { role } = options;
  const profile = loadProfile(options.profile, process.cwd(), overridden, undefined, role);
  const transaction = transactionOf(profile, clients.client.clientId, faults);
  const prefix = prefixOf(faults);
  const customer = faults.some(showsForCustomers);
  const form = formOfTarget(transaction, profile, { file: 'the faults', pointer: '' });
  const call = {
    ...{ ...transaction, customer },
    path: transaction.path.split('?', 1)[0] ?? '',
    members: membersOfCall(transaction, form),
  };
  const { moreClients = [], host } = options;
  const moreCalls = (options.moreCalls ?? []).filter(
    // The usual one is offered anyway.
    ({ method, path }) => method !== call.method || path !== call.path,
  );
  const registered = [clients.client, clients.otherClient, ...moreClients];
  const rules = { profile, clients: registered, calls: [call, ...moreCalls], prefix };
  const sandbox = await createSandbox({
    profile,
    clients: registered,
    faults: faults.map((fault) => fault.name),
    variations,
    call,
    moreCalls,
    prefix,
    port,
    onAnswer: options.listener?.(rules),
    ...(host !== undefined && { host }),
  }).catch((error: NodeJS.ErrnoException) => {
    if (
      host !== undefined &&
      ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code ?? '')
    )
      throw new InputProblem('invalid-option', `--host ${host} is no address of this machine`, {
        remedy: 'Name 0.0.0.0 for all of them, or leave --host out: then it listens at 127.0.0.1.',
      });
    if (error.syscall !== 'listen') throw error;
    const why = error.code === 'EADDRINUSE' ? 'is in use' : `isn't available: ${error.code}`;
    throw new InputProblem('port-unavailable', `port ${port} ${why}`, {
      remedy: 'Choose another one, or leave --port out: then any free one is taken.',
    });
  });
  return {
    sandbox,
    profile,
    target: {
      name,
      profile: options.profile,
      ...(role && { role }),
      baseUrl: `${sandbox.url}${prefix}`,
      client: clientConfig(clients.client),
      otherClient: clientConfig(clients.otherClient),
      ...usualTokenHeaders(profile),
      ...transactionsOf(transaction, moreCalls),
      ...(customer && { customer: codesOf(sandbox.url, clients.client.clientId) }),
      ...(profile.services['signature-utility'].offered && { signatureUtility: true }),
      ...(services && { overrides: services as Record<string, unknown> }),
    },
  };
}

/** What its profile requires of token requests, and gives no value. */
function usualTokenHeaders({ services }: Profile) {
  const headers = {
    ...usualHeaders(services['token-b2b'].headers),
    ...usualHeaders(services['token-b2b2c'].headers),
  };
  return Object.keys(headers).length > 0 && { tokenHeaders: headers };
}

function clientConfig({ clientId, clientSecret, privateKey }: SandboxCredentials) {
  return { clientId, clientSecret, privateKey };
}

function showsForCustomers(fault: AnyFault): boolean {
  return fault.service === 'token-b2b2c' || (fault.service === 'transaction' && !!fault.customer);
}

/** Authorization codes from the sandbox's test endpoint. */
function codesOf(url: string, clientId: string): CustomerConfig {
  const codes = `${url}${authCodePath}?clientId=${encodeURIComponent(clientId)}`;
  return { authCodes: { url: codes }, expiredAuthCodes: { url: `${codes}&expired=true` } };
}

/** The path under which the faults show; empty for most. */
function prefixOf(faults: readonly AnyFault[]): string {
  return (
    faults
      .map((fault) => (fault.service === 'transaction' ? fault.prefix : undefined))
      .find(Boolean) ?? ''
  );
}

/** The usual transaction, or another if a fault needs it to show. */
function transactionOf(
  profile: Profile,
  clientId: string,
  faults: readonly AnyFault[],
): TransactionConfig {
  const calls = faults.map((fault) => (fault.service === 'transaction' ? fault.call : undefined));
  const call: TransactionConfig = Object.assign({}, usualTransaction(profile, clientId), ...calls);
  // A GET call has no body, unless a fault asks for one.
  if (call.method === 'GET' && !calls.some((own) => own?.body !== undefined)) delete call.body;
  return call;
}

/** The usual service and further ones, as a config names them: what a sandbox carries out, it forgets. */
function transactionsOf(
  transaction: TransactionConfig,
  moreCalls: readonly SandboxCall[],
): Pick<SandboxTargetConfig, 'transaction' | 'transactions'> {
  if (moreCalls.length === 0) return { transaction };
  const { headers = {} } = transaction;
  const further = moreCalls.map(({ serviceCode, method, path }): TransactionConfig => {
    const body = method !== 'GET' && method !== 'DELETE' && { body: {} };
    return { serviceCode, method, path, headers, ...body, repeatable: true };
  });
  return { transactions: [{ ...transaction, repeatable: true }, ...further] };
}

/** What the document has to say beyond the profile, so that the faults show. */
function overridesOf(faults: readonly AnyFault[]): Services | undefined {
  const given = faults.flatMap(({ overrides }) => (overrides ? [overrides] : []));
  return given.length === 0 ? undefined : (given.reduce(merge, {}) as Services);
}

function merge(into: object, from: object): object {
  const merged: Record<string, unknown> = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const known = merged[key];
    merged[key] = isObject(known) && isObject(value) ? merge(known, value) : value;
  }
  return merged;
}
