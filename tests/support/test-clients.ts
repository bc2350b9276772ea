import { createPublicKey } from 'node:crypto';
import {
  createCredentials,
  type SandboxCredentials,
} from '../../src/sandbox/tokens/credentials.js';

/** Two registered clients. */
export type TestClients = [SandboxCredentials, SandboxCredentials];

/** The variable by which the process that starts the tests hands the clients to those that run them. */
const variable = 'SNAP_TEST_CLIENTS';

/** Makes two clients, for all processes that are started from now on. */
export async function shareClients(): Promise<void> {
  const clients = await makeClients();
  process.env[variable] = JSON.stringify(clients.map(({ publicKey: _, ...plain }) => plain));
}

/** The clients that were shared; new ones in a process that nobody handed some to. */
export async function sharedClients(): Promise<TestClients> {
  const shared = process.env[variable];
  if (shared === undefined) return makeClients();
  const [client, other] = JSON.parse(shared) as TestClients;
  return [restored(client), restored(other)];
}

function makeClients(): Promise<TestClients> {
  return Promise.all([createCredentials('client'), createCredentials('other')]);
}

function restored(plain: SandboxCredentials): SandboxCredentials {
  return { ...plain, publicKey: createPublicKey(plain.privateKey) };
}
