import { describe, expect, test } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { folderWith } from './profile-folder.js';

const own = { name: 'mine', title: 'Mine', extends: 'snap-bi' };
const settings = (profile: ReturnType<typeof loadProfile>) => profile.services['token-b2b'];
const standard = loadProfile('snap-bi', '/');
const at = '/services/token-b2b';

describe('overrides', () => {
  const overridden = (services: unknown) =>
    loadProfile('snap-bi', '/', { services, file: 'c.json', pointer: '/targets/0/overrides' });

  test('replace single values, and say so', () => {
    const mine = overridden({ 'token-b2b': { success: { expiresIn: { seconds: 1800 } } } });
    const expected = structuredClone(standard.services);
    expected['token-b2b'].success.expiresIn.seconds = 1800;
    expect(mine.services).toEqual(expected);
    expect(mine.origins[`${at}/success/expiresIn/seconds`]).toEqual({
      profile: 'overrides',
      source: 'c.json#/targets/0/overrides',
      confidence: 'primary',
    });
    expect(mine.origins[`${at}/success/expiresIn/types`]?.profile).toBe('snap-bi');
  });

  test('do not change the profile for the next target', () => {
    overridden({ 'token-b2b': { timestamp: { accept: ['utc'] } } });
    expect(loadProfile('snap-bi', '/')).toEqual(standard);
  });

  test('are validated against the same schema; the place is in the config', () => {
    expect(() => overridden({ 'token-b2b': { succes: {} } })).toThrow(
      'unknown member "succes"\n  at c.json#/targets/0/overrides/token-b2b/succes\n  Did you mean "success"?',
    );
    expect(() => overridden({ 'token-b2b': { path: 'x' } })).toThrow(
      '  at c.json#/targets/0/overrides/token-b2b/path',
    );
  });
});

describe('the role of merchant', () => {
  const merchant = (name: string) =>
    loadProfile(name, '/', undefined, undefined, 'merchant').services['token-b2b'];

  test('applies to the profile what the document demands of merchants', () => {
    expect(settings(loadProfile('doku', '/')).success.expiresIn.types).toEqual([
      'string',
      'integer',
    ]);
    expect(merchant('doku').success.expiresIn).toEqual({
      types: ['integer'],
      seconds: 'unspecified',
      maxLength: 'unspecified',
    });
    expect(merchant('doku').path).toBe(settings(loadProfile('doku', '/')).path);
    expect(merchant('snap-bi')).toEqual(settings(standard));
  });

  test('says where that is from', () => {
    const { origins, role } = loadProfile('doku', '/', undefined, undefined, 'merchant');
    expect(role).toBe('merchant');
    expect(origins[`${at}/success/expiresIn/types`]).toEqual({
      profile: 'doku',
      source: expect.stringContaining("answer to DOKU's token request: expiresIn"),
      confidence: 'sdk',
    });
  });

  test('is the role of a profile that says so, and overrides have the last word', () => {
    const mine = {
      ...own,
      role: 'merchant',
      merchant: { 'token-b2b': { path: '/tokens', serviceCode: '99' } },
    };
    const folder = folderWith({ 'mine.yaml': mine });
    const services = { 'token-b2b': { serviceCode: '73' } };
    const loaded = loadProfile('./mine.yaml', folder, { services, file: 'c.json', pointer: '' });
    expect(loaded.role).toBe('merchant');
    expect(settings(loaded)).toMatchObject({ path: '/tokens', serviceCode: '73' });
    const hosted = loadProfile('./mine.yaml', folder, undefined, undefined, 'provider');
    expect(settings(hosted).path).toBe(settings(standard).path);
  });
});
