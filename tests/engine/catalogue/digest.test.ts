import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Services } from '../../../schemas/generated/profile.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { catalogueDigest, digestOf, profileDigest } from '../../../src/engine/catalogue/digest.js';
import { loadProfile, shippedProfiles } from '../../../src/engine/profile/profile.js';

const form = /^sha256:[0-9a-f]{64}$/;

describe('the digest of a value', () => {
  test('is that of its canonical JSON, as openssl computes it', () => {
    const canonical = '{"a":[1,{"x":null,"y":"é\\n"}],"b":true}';
    const openssl = execFileSync('openssl', ['dgst', '-sha256', '-r'], {
      input: canonical,
      encoding: 'utf8',
    });
    const digest = digestOf({ b: true, a: [1, { y: 'é\n', x: null }] });
    expect(digest).toBe(`sha256:${openssl.split(' ')[0]}`);
  });

  test('is the same for any order of members, and differs for any other value', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
    fc.assert(
      fc.property(objects, fc.jsonValue(), (value, other) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(digestOf(turned)).toBe(digestOf(value));
        // -0 is written as 0: in JSON the two are equal.
        const same = JSON.stringify(sorted(other)) === JSON.stringify(sorted(value));
        expect(digestOf(other) === digestOf(value)).toBe(same);
      }),
    );
  });
});

/** The value with the members of all its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    sorted(item),
  ]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test('the catalogue has one, and keeps it', () => {
  expect(catalogueDigest(shippedCatalogue())).toMatch(form);
  expect(catalogueDigest(shippedCatalogue())).toBe(catalogueDigest(shippedCatalogue()));
});

describe('the digest of a profile', () => {
  const path = { 'token-b2b': { path: '/other' } };
  const load = (services?: Services, file = 'snap.config.json') =>
    loadProfile('doku', '/', services && { services, file, pointer: '/targets/0/overrides' });

  test('tells all shipped profiles apart', () => {
    const digests = shippedProfiles().map((name) => profileDigest(loadProfile(name, '/')));
    expect(new Set(digests).size).toBe(digests.length);
    for (const digest of digests) expect(digest).toMatch(form);
  });

  test('covers the overrides too, wherever they are', () => {
    expect(profileDigest(load())).toBe(profileDigest(load()));
    expect(profileDigest(load(path))).not.toBe(profileDigest(load()));
    expect(profileDigest(load(path, '/home/me/snap.config.json'))).toBe(profileDigest(load(path)));
  });

  test('changes with the origin of a value, which can lower a level', () => {
    const profile = load();
    const origins = Object.fromEntries(
      Object.entries(profile.origins).map(([pointer, origin]) => [
        pointer,
        { ...origin, confidence: 'third-party' as const },
      ]),
    );
    expect(profileDigest({ ...profile, origins })).not.toBe(profileDigest(profile));
  });
});
