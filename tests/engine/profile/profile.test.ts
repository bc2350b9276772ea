import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/input/package-root.js';
import { loadProfile, shippedProfiles } from '../../../src/engine/profile/profile.js';
import { folderWith, loadMine } from './profile-folder.js';

const own = { name: 'mine', title: 'Mine', extends: 'snap-bi' };
const settings = (profile: ReturnType<typeof loadProfile>) => profile.services['token-b2b'];
const standard = loadProfile('snap-bi', '/');
const at = '/services/token-b2b';

describe('a shipped profile', () => {
  test('is there by name, wherever the config is', () => {
    const files = readdirSync(join(packageRoot, 'specs', 'profiles'));
    expect(shippedProfiles().map((name) => `${name}.yaml`)).toEqual(expect.arrayContaining(files));
    expect(shippedProfiles()).toEqual(shippedProfiles().toSorted());
    expect(shippedProfiles()).toHaveLength(files.length);
    for (const name of shippedProfiles()) expect(loadProfile(name, '/nowhere').name).toBe(name);
  });

  test('that extends the standard has its values if it states none', () => {
    const doku = loadProfile('doku', '/');
    expect(settings(doku).path).toBe('/authorization/v1/access-token/b2b');
    expect(settings(doku).serviceCode).toBe('73');
    expect(settings(doku).success.message).toBe('Successful');
    expect(settings(doku).answers.method).toBe('unspecified');
  });

  test('says where every value comes from, and how sure that is', () => {
    const { origins } = loadProfile('doku', '/');
    expect(origins[`${at}/path`]).toEqual({
      profile: 'doku',
      source:
        'DOKU developer documentation, How to generate token B2B, API endpoint: Path (without the stray backtick)',
      confidence: 'primary',
    });
    expect(origins[`${at}/answers/invalid-signature`]).toMatchObject({
      profile: 'doku',
      confidence: 'mirror',
    });
    expect(origins[`${at}/signature/encoding`]).toMatchObject({ confidence: 'sdk' });
    expect(origins[`${at}/serviceCode`]).toMatchObject({
      profile: 'snap-bi',
      confidence: 'mirror',
    });
  });

  test.for(shippedProfiles())('%s: an origin for each value, and for nothing else', (name) => {
    const { services, origins } = loadProfile(name, '/');
    expect(Object.keys(origins).sort()).toEqual(leaves(services, '/services').sort());
  });
});

/** Pointers of the values; a list is one. */
function leaves(value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [pointer];
  return Object.entries(value).flatMap(([key, below]) => leaves(below, `${pointer}/${key}`));
}

describe("a user's own profile", () => {
  test('is found by its path, relative or not', () => {
    const folder = folderWith({ 'mine.yaml': own });
    for (const path of ['./mine.yaml', 'mine.yaml', join(folder, 'mine.yaml')])
      expect(loadProfile(path, folder).name).toBe('mine');
  });

  test('changes what it states, and nothing else', () => {
    const mine = loadMine({
      ...own,
      services: { 'token-b2b': { success: { tokenMaxLength: 3000 } } },
    });
    const expected = structuredClone(standard.services);
    expected['token-b2b'].success.tokenMaxLength = 3000;
    expect(mine.services).toEqual(expected);
    expect(mine.title).toBe('Mine');
  });

  test('replaces a list as a whole', () => {
    const mine = loadMine({
      ...own,
      services: { 'token-b2b': { timestamp: { accept: ['utc'] } } },
    });
    expect(settings(mine).timestamp.accept).toEqual(['utc']);
  });

  test('lets answers have the forms that it gives for requests, unless it states those of answers', () => {
    const withForms = (token: object) => loadMine({ ...own, services: { 'token-b2b': token } });
    const accept = { timestamp: { accept: ['utc-millis', 'utc'] } };
    const mine = loadMine({
      ...own,
      documents: { D: { title: 'A document', confidence: 'third-party' } },
      services: { 'token-b2b': accept, 'signature-utility': accept },
      sources: { [`${at}/timestamp`]: { document: 'D', clause: 'page 1' } },
    });
    const forms = `${at}/success/headers/timestampForms`;
    expect(settings(mine).success.headers.timestampForms).toEqual(['utc-millis', 'utc', 'offset']);
    expect(mine.origins[forms]).toMatchObject({ source: 'A document, page 1' });
    expect(mine.services['signature-utility'].success.headers.timestampForms).toEqual([
      'utc-millis',
      'utc',
      'offset',
    ]);
    expect(mine.services.transaction).toEqual(standard.services.transaction);
    const success = { headers: { timestampForms: ['offset'] } };
    expect(settings(withForms({ ...accept, success })).success.headers.timestampForms).toEqual([
      'offset',
    ]);
    // The standard's answers have this form already: the value stays the standard's.
    expect(withForms({ timestamp: { accept: ['utc'] } }).origins[forms]?.profile).toBe('snap-bi');
  });

  test('is its own source if it cites none, and otherwise has the source that it cites', () => {
    const mine = loadMine({
      ...own,
      documents: { D: { title: 'A document', confidence: 'third-party' } },
      services: { 'token-b2b': { path: '/a', success: { code: '2007300', message: 'Fine' } } },
      sources: {
        [`${at}/success`]: { document: 'D', clause: 'page 1' },
        [`${at}/success/message`]: { document: 'D', clause: 'page 2', confidence: 'sdk' },
      },
    });
    expect(mine.origins[`${at}/path`]).toEqual({
      profile: 'mine',
      source: 'mine.yaml',
      confidence: 'primary',
    });
    expect(mine.origins[`${at}/success/code`]).toEqual({
      profile: 'mine',
      source: 'A document, page 1',
      confidence: 'third-party',
    });
    expect(mine.origins[`${at}/success/message`]).toMatchObject({
      source: 'A document, page 2',
      confidence: 'sdk',
    });
    expect(mine.origins[`${at}/success/tokenKind`]?.profile).toBe('snap-bi');
  });

  test('extends another own one, which extends a shipped one', () => {
    const mine = loadMine(
      { ...own, extends: './base.yaml', services: { 'token-b2b': { path: '/mine' } } },
      {
        'base.yaml': {
          name: 'base',
          title: 'Base',
          extends: 'doku',
          role: 'merchant',
          services: { 'token-b2b': { path: '/base', success: { tokenMaxLength: 99 } } },
        },
      },
    );
    expect(settings(mine)).toMatchObject({
      path: '/mine',
      success: { tokenMaxLength: 99, additionalInfo: 'string' },
      serviceCode: '73',
    });
    expect(mine.role).toBe('merchant');
    expect(mine.origins[`${at}/success/tokenMaxLength`]?.profile).toBe('base');
  });

  test('a value that gives way to an object, and back, leaves no origin behind', () => {
    const window = { pastSeconds: 300, futureSeconds: 300 };
    const base = {
      ...own,
      name: 'base',
      services: { 'token-b2b': { timestamp: { window }, answers: { method: 'unspecified' } } },
    };
    const with_ = loadMine(base);
    expect(settings(with_).timestamp.window).toEqual(window);
    expect(Object.keys(with_.origins).sort()).toEqual(leaves(with_.services, '/services').sort());
    const back = loadMine(
      {
        ...own,
        extends: './base.yaml',
        services: { 'token-b2b': { timestamp: { window: 'unspecified' } } },
      },
      { 'base.yaml': base },
    );
    expect(settings(back).timestamp.window).toBe('unspecified');
    expect(Object.keys(back.origins).sort()).toEqual(leaves(back.services, '/services').sort());
  });

  test('takes a list of paths apart: the first is tested, the others are aliases', () => {
    const paths = ['/v1.0/token', '/v1/token', '/token'];
    const listed = { ...own, name: 'base', services: { 'token-b2b': { path: paths } } };
    const mine = loadMine(listed);
    expect(settings(mine)).toMatchObject({ path: paths[0], otherPaths: paths.slice(1) });
    expect(mine.origins[`${at}/otherPaths`]).toEqual(mine.origins[`${at}/path`]);
    expect(Object.keys(mine.origins).sort()).toEqual(leaves(mine.services, '/services').sort());
    const back = loadMine(
      { ...own, extends: './base.yaml', services: { 'token-b2b': { path: '/mine' } } },
      { 'base.yaml': listed },
    );
    expect(settings(back)).not.toHaveProperty('otherPaths');
    expect(settings(back).path).toBe('/mine');
    const alone = loadMine({ ...own, services: { 'token-b2b': { path: ['/mine'] } } });
    expect(settings(alone)).not.toHaveProperty('otherPaths');
  });

  test('takes contradictions from the nearest document that states some', () => {
    expect(loadMine({ ...own, extends: 'doku' }).contradictions).toEqual(
      loadProfile('doku', '/').contradictions,
    );
    const reading = { says: 's', place: 'p', schema: true };
    const contradiction = {
      id: 'mine',
      summary: 's',
      at: '/$defs/response',
      ruling: 'both',
      readings: [
        { name: 'a', ...reading },
        { name: 'b', ...reading },
      ],
    };
    const mine = loadMine({ ...own, extends: 'doku', contradictions: [contradiction] });
    expect(mine.contradictions.map(({ id }) => id)).toEqual(['mine']);
    expect(loadMine({ ...own, extends: 'doku', contradictions: [] }).contradictions).toEqual([]);
  });

  test('changes levels in addition to those that it extends', () => {
    const id = 'token-b2b/http/robustness';
    const change = { because: 'b', source: { document: 'D', clause: 'c' } };
    const documents = { D: { title: 'D', confidence: 'primary' } };
    const mine = loadMine(
      {
        ...own,
        documents,
        extends: './base.yaml',
        requirements: { [id]: { level: 'MAY', ...change } },
      },
      {
        'base.yaml': {
          ...own,
          name: 'base',
          documents,
          requirements: {
            [id]: { level: 'MUST', ...change },
            'token-b2b/http/accepts-chunked-body': { level: 'inapplicable', ...change },
          },
        },
      },
    );
    expect(mine.requirements[id]?.level).toBe('MAY');
    expect(mine.requirements['token-b2b/http/accepts-chunked-body']?.level).toBe('inapplicable');
  });
});
