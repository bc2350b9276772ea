import { describe, expect, test } from 'vitest';
import type { Services } from '../../schemas/generated/profile.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { loadProfile } from '../../src/engine/profile/profile.js';
import { faults } from '../../src/sandbox/faults/index.js';
import { createSandbox } from '../../src/sandbox/sandbox.js';
import { variations } from '../../src/sandbox/variations/index.js';
import { client, withSandbox } from './token-client.js';

const required = [...shippedCatalogue().values()];

/** A profile's services with the path that is tested of those that it lists. */
function withFirstPath(services: Services): Services {
  const { path } = services['token-b2b'] ?? {};
  if (!Array.isArray(path)) return services;
  return { ...services, 'token-b2b': { ...services['token-b2b'], path: path[0] } };
}

describe('the list of faults', () => {
  test('names are unique and in kebab case, titles unique', () => {
    const names = [...faults, ...variations].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(new Set(faults.map(({ title }) => title)).size).toBe(faults.length);
  });

  test('each fault trips requirements that there are', () => {
    const ids = required.map(({ id }) => id);
    for (const { name, trips } of faults) {
      expect(trips, name).not.toHaveLength(0);
      expect(ids, name).toEqual(expect.arrayContaining([...trips]));
    }
  });

  test('each requirement is tripped by a fault, or says why none can', () => {
    const tripped = new Set(faults.flatMap(({ trips }) => trips));
    const missing = required.filter(
      ({ id, unproven }) => !tripped.has(id) && unproven === undefined,
    );
    expect(missing).toEqual([]);
  });

  test.for(faults.filter(({ overrides }) => overrides))(
    'the overrides of $name settle with its profile',
    ({ name, profile = 'snap-bi', overrides }) => {
      const changed = loadProfile(profile, '.', {
        services: overrides,
        file: name,
        pointer: '/overrides',
      });
      expect(changed.services).toMatchObject(withFirstPath(overrides ?? {}));
      expect(changed.services).not.toEqual(loadProfile(profile, '.').services);
    },
  );
});

describe('switching on', () => {
  test('an unknown fault is a RangeError that names the nearest', async () => {
    await expect(withSandbox({ faults: ['takes-pps'] }, async () => undefined)).rejects.toThrow(
      new RangeError('there is no fault "takes-pps"; the nearest is "takes-pss"'),
    );
  });

  test('an unknown variation likewise', async () => {
    await expect(withSandbox({ variations: ['gzipp'] }, async () => undefined)).rejects.toThrow(
      new RangeError('there is no variation "gzipp"; the nearest is "gzip"'),
    );
  });

  test('a fault that compares with the right signature needs the private key', async () => {
    const { privateKey: _, ...withoutKey } = client;
    const options = { profile: loadProfile('snap-bi', '.'), clients: [withoutKey] };
    await expect(createSandbox({ ...options, faults: ['overlooks-one-bit'] })).rejects.toThrow(
      new RangeError('the fault "overlooks-one-bit" needs the private keys of the clients'),
    );
    const sandbox = await createSandbox({ ...options, faults: ['takes-pss'] });
    await sandbox.close();
  });
});
