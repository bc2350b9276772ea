/**
 * Sandboxes in a process of their own: what they need is not the run's. Started by `sandboxes.mjs`, which
 * says what to serve and gets told the targets.
 */
import { loadProfile } from '../dist/src/engine/profile/profile.js';
import { faults } from '../dist/src/sandbox/faults/index.js';
import { createSandbox } from '../dist/src/sandbox/sandbox.js';
import { createCredentials } from '../dist/src/sandbox/tokens/credentials.js';

const credentials = [await createCredentials('client'), await createCredentials('other')];
const [client, otherClient] = credentials.map(({ clientId, clientSecret, privateKey }) => ({
  clientId,
  clientSecret,
  privateKey,
}));

async function serve(faultName) {
  const fault = faults.find(({ name }) => name === faultName);
  const profile = loadProfile(
    fault?.profile ?? 'snap-bi',
    process.cwd(),
    fault?.overrides && { services: fault.overrides, file: 'the fault', pointer: '' },
  );
  const sandbox = await createSandbox({
    profile,
    clients: credentials,
    faults: fault ? [fault.name] : [],
  });
  return {
    name: fault?.name ?? 'no fault',
    baseUrl: sandbox.url,
    role: 'provider',
    profile,
    client,
    otherClient,
    limits: { rate: null, concurrency: 8, timeoutMs: 10_000, maxRequests: null },
    tls: {},
    notes: [],
  };
}

process.once('message', async ({ faulty }) => {
  const overHttp = faults.filter(({ tls, slow }) => !tls && !slow).map(({ name }) => name);
  const names = faulty > 0 ? overHttp.slice(0, faulty) : [undefined];
  process.send(await Promise.all(names.map(serve)));
});
process.once('disconnect', () => process.exit());
