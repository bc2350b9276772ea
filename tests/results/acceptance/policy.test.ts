import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Policy } from '../../../schemas/generated/policy.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { catalogueDigest } from '../../../src/engine/catalogue/digest.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { readPolicy } from '../../../src/results/acceptance/policy.js';
import { algorithms, keyPair } from '../keys.js';

const folder = mkdtempSync(join(tmpdir(), 'snap-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pair = keyPair(algorithms.Ed25519);
writeFileSync(join(folder, 'bank.pub'), pair.publicKey);
writeFileSync(join(folder, 'bank.pem'), pair.privateKey);

const target = { baseUrl: 'https://a.example/snap/', profile: 'snap-bi', services: ['token-b2b'] };
const valid = { targets: [target], depth: 'standard', maxAgeDays: 30 };
const check = 'token-b2b/timestamp/rejects-epoch';

function read(policy: object) {
  const path = join(folder, 'policy.yaml');
  writeFileSync(path, stringify(policy));
  return readPolicy(path, 'policy.yaml');
}

function problemOf(policy: object): InputProblem {
  try {
    read(policy);
  } catch (error) {
    if (error instanceof InputProblem) return error;
    throw error;
  }
  throw new Error('it was read');
}

test('a policy is read with its profiles and keys', () => {
  const {
    targets,
    signers,
    catalogueDigest: digest,
    file,
  } = read({
    ...valid,
    signedBy: [{ name: 'Bank', publicKey: 'bank.pub' }],
    catalogueDigest: catalogueDigest(shippedCatalogue()),
  } satisfies Record<keyof Pick<Policy, 'signedBy' | 'catalogueDigest'>, unknown> & object);
  expect(file).toBe('policy.yaml');
  expect(targets).toMatchObject([
    { baseUrl: 'https://a.example/snap', profile: { name: 'snap-bi', role: 'provider' } },
  ]);
  expect(signers).toMatchObject([{ name: 'Bank', key: { digest: null } }]);
  expect(digest).toMatch(/^sha256:/);
});

test('a profile of its own, and another role, are those of the target', () => {
  const profile = {
    ...{ name: 'mine', title: 'Mine', extends: 'snap-bi', role: 'provider' },
    documents: { MINE: { title: 'A document', confidence: 'primary' } },
    ...{ services: {}, contradictions: [], sources: {} },
  };
  writeFileSync(join(folder, 'mine.yaml'), stringify(profile));
  const [own] = read({
    ...valid,
    targets: [{ ...target, profile: './mine.yaml', role: 'merchant' }],
  }).targets;
  expect(own?.profile).toMatchObject({ name: 'mine', role: 'merchant' });
});

describe('an invalid policy is told with its place and what to do', () => {
  test.for<[string, object, { code: string; pointer: string; file?: RegExp; remedy?: RegExp }]>([
    ['no target', { ...valid, targets: [] }, { code: 'invalid-value', pointer: '/targets' }],
    ['no depth', { ...valid, depth: undefined }, { code: 'missing-member', pointer: '' }],
    [
      'a member that there is not',
      { ...valid, maxAge: 3 },
      { code: 'unknown-member', pointer: '/maxAge', remedy: /maxAgeDays/ },
    ],
    [
      'a service that there is not',
      { ...valid, targets: [{ ...target, services: ['token'] }] },
      { code: 'invalid-value', pointer: '/targets/0/services/0', remedy: /token-b2b/ },
    ],
    [
      'a service that the document does not offer',
      { ...valid, targets: [{ ...target, profile: 'doku', services: ['signature-utility'] }] },
      { code: 'service-not-offered', pointer: '/targets/0/services/0' },
    ],
    [
      'a profile that there is not',
      { ...valid, targets: [{ ...target, profile: 'snap-b' }] },
      { code: 'unknown-profile', pointer: '/targets/0/profile', remedy: /snap-bi/ },
    ],
    [
      'an override that a profile has no value for',
      { ...valid, targets: [{ ...target, overrides: { 'token-b2b': { pat: '/x' } } }] },
      {
        code: 'unknown-member',
        pointer: '/targets/0/overrides/token-b2b/pat',
        // The place within overrides isn't known, as in a config.
        file: /^policy\.yaml$/,
      },
    ],
    [
      'a password in a URL',
      { ...valid, targets: [{ ...target, baseUrl: 'https://a:b@c.example' }] },
      { code: 'url-with-credentials', pointer: '/targets/0/baseUrl' },
    ],
    [
      'a pattern that chooses nothing',
      { ...valid, requirements: { also: ['token-b2b/nothing/*'] } },
      { code: 'unknown-requirement', pointer: '/requirements/also/0', remedy: /list/ },
    ],
    [
      'an id that is mistyped',
      { ...valid, requirements: { mayBeUntested: [`${check}s`] } },
      {
        code: 'unknown-requirement',
        pointer: '/requirements/mayBeUntested/0',
        remedy: /rejects-epoch"/,
      },
    ],
    [
      'a failure of no requirement',
      { ...valid, knownFailures: [{ check: `${check}s`, reason: 'x' }] },
      { code: 'unknown-requirement', pointer: '/knownFailures/0/check' },
    ],
    [
      'a failure twice',
      { ...valid, knownFailures: [1, 2].map(() => ({ check, reason: 'x' })) },
      { code: 'duplicate-entry', pointer: '/knownFailures/1' },
    ],
    [
      'a day that there is not',
      { ...valid, knownFailures: [{ check, reason: 'x', until: '2026-02-31' }] },
      { code: 'invalid-value', pointer: '/knownFailures/0/until' },
    ],
    [
      'another catalogue',
      { ...valid, catalogueDigest: `sha256:${'0'.repeat(64)}` },
      { code: 'other-catalogue', pointer: '/catalogueDigest', remedy: /version/ },
    ],
    [
      'a private key',
      { ...valid, signedBy: [{ name: 'Bank', publicKey: 'bank.pem' }] },
      { code: 'key-unreadable', pointer: '/signedBy/0/publicKey' },
    ],
  ])('%s', ([, policy, { code, pointer, remedy, file = /^policy\.yaml:\d+:\d+$/ }]) => {
    const problem = problemOf(policy);
    expect(problem).toMatchObject({ code, pointer });
    expect(problem.file).toMatch(file);
    if (remedy) expect(problem.remedy).toMatch(remedy);
    expect(problem.message).not.toContain('PRIVATE KEY-----');
  });

  test('a key that is not there', () => {
    const problem = problemOf({ ...valid, signedBy: [{ name: 'Bank', publicKey: 'no.pub' }] });
    expect(problem).toMatchObject({ code: 'file-not-found', file: 'no.pub' });
  });
});
