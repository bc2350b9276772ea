import { onTestFinished } from 'vitest';
import type { TargetConfig, TransactionConfig } from '../../schemas/generated/config.js';
import type { Services } from '../../schemas/generated/profile.js';
import { configOf } from '../../src/engine/config/config.js';
import { planAll } from '../../src/engine/config/plan-all.js';
import type { TargetPlan } from '../../src/engine/plan/plan.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { usualTransaction } from '../../src/sandbox/transaction/usual-transaction.js';
import { profileFor } from './profiles.js';
import { testCredentials } from './sandbox-target.js';

/** An entry of `transactions`, and the faults that the sandbox has at this service alone. */
export type ServedCall = Omit<TransactionConfig, 'headers'> & {
  headers?: TransactionConfig['headers'];
  faults?: string[];
};

/** Four services of a bank: an inquiry, and three that create or move something. */
export const fourServices: readonly ServedCall[] = [
  {
    serviceCode: '11',
    method: 'POST',
    path: '/v1.0/balance-inquiry',
    body: { accountNo: '2000100101' },
  },
  {
    serviceCode: '27',
    method: 'POST',
    path: '/v1.0/transfer-va/create-va',
    body: { virtualAccountNo: '   8889912345678901234567890' },
  },
  {
    serviceCode: '47',
    method: 'POST',
    path: '/v1.0/qr/qr-mpm-generate',
    body: { partnerReferenceNo: '2020102900000000000001' },
  },
  {
    serviceCode: '54',
    method: 'POST',
    path: '/v1.0/debit/payment-host-to-host',
    body: { partnerReferenceNo: '2020102900000000000002' },
  },
];

/** What a service of the sandbox got. */
export interface Received {
  requests: number;
  carriedOut: number;
}

/** A sandbox of several services, and the config's target that names them. */
export interface ServedTarget {
  sandbox: Sandbox;
  config: TargetConfig;
  /** By path, without a query. */
  received: ReadonlyMap<string, Received>;
  /** The target and its further services, planned. */
  plan(names?: string[], shard?: { index: number; count: number }): TargetPlan[];
}

/** Starts a sandbox of several services, which is closed when the test ends. */
export async function serveServices(
  calls: readonly ServedCall[],
  changes: Partial<TargetConfig> = {},
): Promise<ServedTarget> {
  const { profile: name = 'snap-bi', role } = changes;
  const overrides = changes.overrides as Services | undefined;
  const profile = profileFor(name, name, { role, overrides });
  const clients = await testCredentials();
  const received = new Map<string, Received>();
  const offered = calls.map(({ path, ...call }) => ({ ...call, path: path.replace(/\?.*/, '') }));
  const [call, ...moreCalls] = offered;
  const sandbox = await createSandbox({
    profile,
    clients,
    call,
    moreCalls,
    onAnswer: ({ service, received: request, answer }) => {
      if (service !== 'transaction' || !request) return {};
      const so = received.get(request.path) ?? { requests: 0, carriedOut: 0 };
      received.set(request.path, {
        requests: so.requests + 1,
        carriedOut: so.carriedOut + (answer.status === 200 ? 1 : 0),
      });
      return {};
    },
  });
  onTestFinished(() => sandbox.close());
  const [client, otherClient] = clients.map(({ clientId, clientSecret, privateKey }) => ({
    clientId,
    clientSecret,
    privateKey,
  }));
  if (!client || !otherClient) throw new Error('two clients are made');
  const { headers } = usualTransaction(profile, client.clientId);
  const config: TargetConfig = {
    name: 'bank',
    profile: name,
    baseUrl: sandbox.url,
    client,
    otherClient,
    transactions: calls.map(({ faults: _, ...entry }) => ({
      ...entry,
      headers: { ...headers, ...entry.headers },
    })) as NonNullable<TargetConfig['transactions']>,
    ...changes,
  };
  return {
    sandbox,
    config,
    received,
    plan: (target = [], shard) =>
      planAll(configOf({ targets: [config] }, 'snap.config.json', '/', {}), {
        target,
        ...(shard && { shard }),
      }),
  };
}
