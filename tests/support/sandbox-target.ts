import type { TransactionConfig } from '../../schemas/generated/config.js';
import type { Services } from '../../schemas/generated/profile.js';
import type { Profile } from '../../schemas/resolved.js';
import { shippedSuites } from '../../src/api/shipped-suites.js';
import { formOfTarget } from '../../src/engine/form/form-of-target.js';
import { membersOfCall } from '../../src/engine/form/members-of-call.js';
import type { CustomerPlan, RunPlan, TargetPlan } from '../../src/engine/plan/plan.js';
import {
  createSandbox,
  type Sandbox,
  type SandboxServerOptions,
} from '../../src/sandbox/sandbox.js';
import { authCodePath } from '../../src/sandbox/token-b2b2c/service.js';
import type { SandboxCredentials } from '../../src/sandbox/tokens/credentials.js';
import { usualHeaders } from '../../src/sandbox/tokens/usual-headers.js';
import { usualTransaction } from '../../src/sandbox/transaction/usual-transaction.js';
import { type CertifiedKey, createAuthority } from './certificates.js';
import { profileFor } from './profiles.js';
import { sharedClients, type TestClients } from './test-clients.js';

/** A sandbox and the target that goes with it. */
export interface SandboxTarget {
  sandbox: Sandbox;
  target: TargetPlan;
}

let clients: Promise<TestClients> | undefined;

/** Two registered clients, the same in all tests of a run, since key pairs take long to make. */
export function testCredentials(): Promise<TestClients> {
  clients ??= sharedClients();
  return clients;
}

let certified: { authority: CertifiedKey; server: CertifiedKey } | undefined;

/** A certificate for loopback, and the authority that issued it; made once a process. */
function testCertificate(): { authority: CertifiedKey; server: CertifiedKey } {
  if (!certified) {
    const authority = createAuthority('tests');
    certified = { authority, server: authority.certify('sandbox') };
  }
  return certified;
}

/** Starts a sandbox of a shipped profile, and plans a target for it with both clients. */
export async function startSandboxTarget(
  name: string,
  options: Pick<SandboxServerOptions, 'faults' | 'variations' | 'changeTokenB2b'> & {
    profile?: string;
    role?: Profile['role'];
    overrides?: Services | undefined;
    /** The target's config names the sandbox's harmless service, or this variant of it. */
    transaction?: true | Partial<TransactionConfig> | undefined;
    /** Path of the base URL. */
    prefix?: string | undefined;
    /** The target's config names the sandbox as the source of a customer's codes. */
    customer?: boolean | undefined;
    /** It speaks HTTPS, and the target trusts its certificate. */
    tls?: boolean;
  } = {},
): Promise<SandboxTarget> {
  const profile = profileFor(options.profile ?? 'snap-bi', name, options);
  const clients = await testCredentials();
  const { faults = [], variations = [], changeTokenB2b } = options;
  const tls = options.tls ? testCertificate() : undefined;
  const transaction =
    options.transaction &&
    transactionFor(clients[0], profile, options.transaction === true ? {} : options.transaction);
  const form = transaction && formOfTarget(transaction, profile, { file: name, pointer: '' });
  const sandbox = await createSandbox({
    profile,
    clients,
    faults,
    variations,
    changeTokenB2b,
    prefix: options.prefix,
    ...(transaction && {
      call: {
        ...transaction,
        customer: options.customer ?? false,
        path: transaction.path.split('?', 1)[0] ?? '',
        members: form ? membersOfCall(transaction, form) : {},
      },
    }),
    ...(tls && { tls: tls.server }),
  });
  const baseUrl = `${sandbox.url}${options.prefix ?? ''}`;
  const target = await targetAt(
    baseUrl,
    name,
    options.profile ?? profile.name,
    options.overrides,
    options.role,
  );
  if (transaction) target.transaction = transaction;
  if (form) target.form = form;
  target.tokenHeaders = {
    ...usualHeaders(profile.services['token-b2b'].headers),
    ...usualHeaders(profile.services['token-b2b2c'].headers),
  };
  if (profile.services['signature-utility'].offered) target.signatureUtility = true;
  if (options.customer) target.customer = customerOf(sandbox.url, clients[0].clientId);
  if (tls) target.tls = { ca: tls.authority.cert };
  return { sandbox, target };
}

/** The customer of a sandbox's config: codes from its test endpoint. */
function customerOf(url: string, clientId: string): CustomerPlan {
  const codes = `${url}${authCodePath}?clientId=${clientId}`;
  return {
    authCodes: { url: codes, method: 'POST' },
    expiredAuthCodes: { url: `${codes}&expired=true`, method: 'POST' },
    deviceId: 'a-device-of-the-tests',
    headers: {},
  };
}

/** The sandbox's harmless service as a client's config names it, under a profile. */
export function transactionFor(
  { clientId }: Pick<SandboxCredentials, 'clientId'>,
  profile: Pick<Profile, 'role' | 'services'>,
  changes: Partial<TransactionConfig> = {},
): TransactionConfig {
  const { body, ...call } = usualTransaction(profile, clientId);
  return {
    ...call,
    // A GET call has no body.
    ...(changes.method !== 'GET' && { body }),
    ...changes,
  };
}

/** Plans a target at any URL, with the test clients. */
export async function targetAt(
  baseUrl: string,
  name: string,
  profile = 'snap-bi',
  overrides?: Services,
  role?: Profile['role'],
): Promise<TargetPlan> {
  const [client, otherClient] = (await testCredentials()).map(
    ({ clientId, clientSecret, privateKey }) => ({ clientId, clientSecret, privateKey }),
  );
  if (!client || !otherClient) throw new Error('two clients are made');
  const loaded = profileFor(profile, name, { overrides, role });
  return {
    name,
    baseUrl,
    role: loaded.role,
    profile: loaded,
    client,
    otherClient,
    limits: {
      rate: null,
      concurrency: 8,
      timeoutMs: 10_000,
      longestWaitMs: 30_000,
      maxRequests: null,
    },
    tls: {},
    notes: [],
  };
}

/** A plan of a whole run, with single values replaced. */
export function planOf(targets: TargetPlan[], changes: Partial<RunPlan> = {}): RunPlan {
  return {
    suites: shippedSuites(),
    targets,
    seed: 42,
    depth: 'standard',
    only: [],
    skip: [],
    replay: ['snap-conformance', 'run'],
    ...changes,
  };
}
