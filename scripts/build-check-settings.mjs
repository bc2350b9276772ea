// Writes into dist/specs which settings of a profile each check goes by, as the checks themselves say in a
// dry run of the suites: `list` and `explain` tell levels by it without loading a suite.
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { loadProfile } from '../dist/src/engine/profile/profile.js';
import { run } from '../dist/src/engine/run/run.js';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const { reports } = await run({
  targets: [
    {
      name: 'nobody',
      baseUrl: 'http://127.0.0.1:9',
      role: 'provider',
      profile: loadProfile('snap-bi', '.'),
      client: { clientId: 'nobody', privateKey },
      limits: { rate: null, concurrency: 1, timeoutMs: 1, maxRequests: null },
      tls: {},
      notes: [],
    },
  ],
  seed: 0,
  depth: 'quick',
  only: [],
  skip: [],
  dryRun: true,
  replay: [],
});
const settings = reports
  .map(({ check, settings }) => [check.id, settings ?? []])
  .filter(([, pointers]) => pointers.length > 0)
  .sort(([one], [other]) => one.localeCompare(other));
writeFileSync(
  new URL('../dist/specs/check-settings.json', import.meta.url),
  JSON.stringify(Object.fromEntries(settings)),
);
