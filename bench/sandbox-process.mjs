/**
 * Sandboxes in a process of their own: what they need is not the run's. Started by `sandboxes.mjs`, which
 * says what to serve and gets told the targets.
 */
import { loadProfile } from '../dist/src/engine/profile/profile.js';
import { faults } from '../dist/src/sandbox/faults/index.js';
import { createSandbox } from '../dist/src/sandbox/sandbox.js';
import { createCredentials } from '../dist/src/sandbox/tokens/credentials.js';
import { slowLink } from './slow-link.mjs';

const credentials = [await createCredentials('client'), await createCredentials('other')];
const [client, otherClient] = credentials.map(({ clientId, clientSecret, privateKey }) => ({
  clientId,
  clientSecret,
  privateKey,
}));

async function serve(faultName, { delayMs, concurrency }) {
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
    baseUrl: delayMs === undefined ? sandbox.url : await slowLink(sandbox.url, delayMs),
    role: 'provider',
    profile,
    client,
    otherClient,
    limits: { rate: null, concurrency, timeoutMs: 10_000, maxRequests: null },
    tls: {},
    notes: [],
  };
}

process.once('message', async ({ faulty, ...options }) => {
  const overHttp = faults.filter(({ tls, slow }) => !tls && !slow).map(({ name }) => name);
  const names = faulty > 0 ? overHttp.slice(0, faulty) : [undefined];
  process.send(await Promise.all(names.map((name) => serve(name, options))));
});
process.once('disconnect', () => process.exit());
