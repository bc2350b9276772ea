import type { TransactionConfig } from '../../schemas/generated/config.js';
import type { Services } from '../../schemas/generated/profile.js';
import type { Profile } from '../../schemas/settled.js';
import type { RunPlan, TargetPlan } from '../../src/engine/plan.js';
import { loadProfile } from '../../src/engine/profile.js';
import {
  createCredentials,
  partnerIdOf,
  type SandboxCredentials,
} from '../../src/sandbox/credentials.js';
import {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
  usualCall,
} from '../../src/sandbox/sandbox.js';
import { type CertifiedKey, createAuthority } from './certificates.js';

/** A sandbox and the target that goes with it. */
export interface SandboxTarget {
  sandbox: Sandbox;
  target: TargetPlan;
}

let made: Promise<[SandboxCredentials, SandboxCredentials]> | undefined;

/** Two registered clients, made once a process: key pairs are dear. */
export function testCredentials(): Promise<[SandboxCredentials, SandboxCredentials]> {
  made ??= Promise.all([createCredentials('client'), createCredentials('other')]);
  return made;
}

let certified: { authority: CertifiedKey; server: CertifiedKey } | undefined;

/** A certificate for loopback, and the authority that it is from; made once a process. */
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
  options: Partial<Pick<SandboxOptions, 'faults' | 'variations'>> & {
    profile?: string;
    overrides?: Services | undefined;
    /** The target's config names the sandbox's harmless service, or this variant of it. */
    transaction?: true | Partial<TransactionConfig> | undefined;
    /** It speaks HTTPS, and the target trusts its certificate. */
    tls?: boolean;
  } = {},
): Promise<SandboxTarget> {
  const profile = loadProfile(
    options.profile ?? 'snap-bi',
    import.meta.dirname,
    options.overrides && { services: options.overrides, file: name, pointer: '' },
  );
  const clients = await testCredentials();
  const { faults = [], variations = [] } = options;
  const tls = options.tls ? testCertificate() : undefined;
  const transaction =
    options.transaction &&
    transactionFor(clients[0], profile, options.transaction === true ? {} : options.transaction);
  const sandbox = await createSandbox({
    profile,
    clients,
    faults,
    variations,
    ...(transaction && {
      call: { ...transaction, path: transaction.path.split('?', 1)[0] ?? '' },
    }),
    ...(tls && { tls: tls.server }),
  });
  const target = await targetAt(sandbox.url, name, profile.name, options.overrides);
  if (transaction) target.transaction = transaction;
  if (tls) target.tls = { ca: tls.authority.cert };
  return { sandbox, target };
}

/** The sandbox's harmless service as a client's config names it, under a profile. */
export function transactionFor(
  { clientId }: Pick<SandboxCredentials, 'clientId'>,
  { services }: Pick<Profile, 'services'>,
  changes: Partial<TransactionConfig> = {},
): TransactionConfig {
  const rule = services.transaction.headers['X-PARTNER-ID'];
  return {
    ...usualCall,
    body: { accountNo: '2000100101' },
    headers: { 'X-PARTNER-ID': partnerIdOf(clientId, rule), 'CHANNEL-ID': '95221' },
    ...changes,
  };
}

/** Plans a target at any URL, with the test clients. */
export async function targetAt(
  baseUrl: string,
  name: string,
  profile = 'snap-bi',
  overrides?: Services,
): Promise<TargetPlan> {
  const [client, otherClient] = (await testCredentials()).map(
    ({ clientId, clientSecret, privateKey }) => ({ clientId, clientSecret, privateKey }),
  );
  if (!client || !otherClient) throw new Error('two clients are made');
  return {
    name,
    baseUrl,
    role: 'provider',
    profile: loadProfile(
      profile,
      import.meta.dirname,
      overrides && { services: overrides, file: name, pointer: '' },
    ),
    client,
    otherClient,
    limits: { rate: null, concurrency: 8, timeoutMs: 10_000, maxRequests: null },
    tls: {},
    notes: [],
  };
}

/** A plan of a whole run, with single values replaced. */
export function planOf(targets: TargetPlan[], changes: Partial<RunPlan> = {}): RunPlan {
  return {
    targets,
    seed: 42,
    depth: 'standard',
    only: [],
    skip: [],
    dryRun: false,
    replay: ['snap-conformance', 'run'],
    ...changes,
  };
}
