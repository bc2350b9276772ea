import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';

/** A document of tokens that a run can see to their end. */
const shortLived = { 'token-b2b': { success: { expiresIn: { seconds: 3 } } } };

/** What an endpoint that works for nobody may be called, in a run of all areas. */
const brokenVerdicts = [
  ['refuses-everything', 'inconclusive'],
  ['accepts-everything', 'non-conformant'],
  ['unavailable', 'inconclusive'],
  ['silent', 'inconclusive'],
  ['garbage', 'non-conformant'],
  ['html', 'non-conformant'],
  ['resets', 'inconclusive'],
  ['huge', 'inconclusive'],
];

/**
 * The targets of each stage, from a copy's sandbox: how each is started, and what the checks of some areas
 * have to find of it.
 */
export async function casesFor(copy, areas) {
  const load = (file) => import(pathToFileURL(join(copy, 'dist/src', file)).href);
  const jiti = createJiti(import.meta.url);
  const { shippedProfiles } = await load('engine/profile.js');
  const { faults } = await load('sandbox/faults/index.js');
  const { variations } = await load('sandbox/variations/index.js');
  const { createBroken } = await jiti.import('../support/broken-endpoints.ts');
  const { lapses } = await jiti.import('../support/lapses.ts');
  const { startSandboxTarget, targetAt } = await jiti.import('../support/sandbox-target.ts');
  const { startFaulty } = await jiti.import('../proof/start-faulty.ts');

  const inAreas = (id) => areas.some((area) => id.startsWith(`${area}/`));
  /** A conforming target is asked for all that the chosen areas need. */
  const asked = {
    transaction: areas.some((area) => area.startsWith('transaction/')) || undefined,
    customer: areas.some((area) => /^(?:token-b2b2c|transaction\/customer)/.test(area)),
  };

  return casesOf;

  function casesOf(stage) {
    const named = (name, options, expected) => ({
      name,
      options,
      start: () => startSandboxTarget(name, { ...asked, ...options }),
      ...expected,
    });
    const clean = { failed: [] };
    switch (stage) {
      case 'profiles':
        return [
          ...shippedProfiles().map((profile) => named(profile, { profile }, clean)),
          ...(areas.includes('token-b2b/http') ? [named('over TLS', { tls: true }, clean)] : []),
        ];
      case 'faults':
        return faults.filter(({ trips, slow }) => !slow && trips.some(inAreas)).map(faulty);
      case 'variations':
        return variations.map(({ name, overrides }) =>
          named(name, { overrides, variations: [name] }, clean),
        );
      // In runs that wait until tokens of three seconds have expired.
      case 'waiting':
        return [
          named('short-lived tokens', { transaction: true, overrides: shortLived }, clean),
          ...faults.filter(({ trips, slow }) => slow && trips.some(inAreas)).map(faulty),
        ];
      case 'lapses':
        return lapses.map(({ name, apply }) =>
          named(name, { changeTokenB2b: apply }, { verdict: 'inconclusive' }),
        );
      default:
        return brokenVerdicts.map(([name, verdict]) => ({
          name,
          options: {},
          start: () => startBroken(name),
          verdict,
        }));
    }
  }

  function faulty(fault) {
    return {
      name: fault.name,
      options: fault,
      start: () => startFaulty(fault),
      failed: fault.trips.filter(inAreas).sort(),
    };
  }

  async function startBroken(name) {
    const sandbox = await createBroken(name);
    const target = await targetAt(sandbox.url, name);
    target.limits.timeoutMs = 300;
    return { sandbox, target };
  }
}
