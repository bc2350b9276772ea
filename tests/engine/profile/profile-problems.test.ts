import { describe, expect, test } from 'vitest';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { loadProfile, shippedProfiles } from '../../../src/engine/profile/profile.js';
import { loadMine } from './profile-folder.js';

const own = { name: 'mine', title: 'Mine', extends: 'snap-bi' };
const standard = loadProfile('snap-bi', '/');
const at = '/services/token-b2b';

/** The message with which a profile is refused. */
function refusal(mine: object, others: Record<string, object> = {}): string {
  try {
    loadMine(mine, others);
  } catch (error) {
    expect(error).toBeInstanceOf(InputProblem);
    return (error as Error).message;
  }
  throw new Error('the profile was loaded');
}

describe('an invalid profile', () => {
  test.for([
    [
      'an unknown setting',
      { ...own, services: { 'token-b2b': { pth: '/' } } },
      'unknown member "pth"',
      `${at}/pth`,
      'Did you mean "path"?',
    ],
    [
      'an unknown service',
      { ...own, services: { 'token-b2c': {} } },
      'unknown member "token-b2c"',
      '/services/token-b2c',
      'Did you mean "token-b2b"?',
    ],
    [
      'an unknown form',
      { ...own, services: { 'token-b2b': { timestamp: { accept: ['ofset'] } } } },
      '"ofset" is not one',
      `${at}/timestamp/accept/0`,
      'Did you mean "offset"?',
    ],
    [
      'an empty delimiter',
      { ...own, services: { 'token-b2b': { signature: { delimiter: '' } } } },
      'must not be empty',
      `${at}/signature/delimiter`,
      'or `none` if nothing stands there',
    ],
    [
      'a prefix without its slash',
      { ...own, services: { transaction: { signedPath: { cut: 'gateway' } } } },
      '"gateway" does not have the form',
      '/services/transaction/signedPath/cut',
      'Write a path with a slash at its beginning and none at its end, as /api, or `none`.',
    ],
    [
      'a wrong word',
      { ...own, services: { 'token-b2b': { answers: { method: 'none' } } } },
      'must be "unspecified" or a list, not a string',
      `${at}/answers/method`,
      undefined,
    ],
    [
      'half a window',
      { ...own, services: { 'token-b2b': { timestamp: { window: { pastSeconds: 1 } } } } },
      '"futureSeconds" is missing',
      `${at}/timestamp/window`,
      'Add the member',
    ],
    [
      'a code of another form',
      {
        ...own,
        services: {
          'token-b2b': {
            answers: { 'invalid-signature': [{ status: 200, code: '75', message: 'No' }] },
          },
        },
      },
      `"75" is no code of SNAP's form`,
      `${at}/answers/invalid-signature/0/code`,
      'say codeForm: own for token-b2b',
    ],
    [
      'one code of several of another form',
      { ...own, services: { 'token-b2b': { success: { code: ['2007300', '00'] } } } },
      `"00" is no code of SNAP's form`,
      `${at}/success/code/1`,
      'say codeForm: own for token-b2b',
    ],
    [
      'codes of an own form without those of success',
      { ...own, services: { transaction: { codeForm: 'own' } } },
      'no code of success is listed',
      '/services/transaction/codeForm',
      'success: { code: "00" }',
    ],
    [
      'a status that no answer has',
      {
        ...own,
        services: {
          'token-b2b': { answers: { method: [{ status: 199, code: '4057300', message: 'No' }] } },
        },
      },
      'must be',
      `${at}/answers/method/0/status`,
      undefined,
    ],
    [
      'no name',
      { title: 'x', extends: 'snap-bi' },
      '"name" is missing',
      '',
      'Add the member "name".',
    ],
    [
      'an unknown requirement',
      {
        ...own,
        documents: { MINE: { title: 'Mine', confidence: 'primary' } },
        requirements: {
          'token-b2b/timestamp/rejects-epohc': {
            level: 'MAY',
            because: 'x',
            source: { document: 'MINE', clause: '1' },
          },
        },
      },
      'there is no requirement "token-b2b/timestamp/rejects-epohc"',
      '/requirements/token-b2b~1timestamp~1rejects-epohc',
      'Did you mean "token-b2b/timestamp/rejects-epoch"?',
    ],
    [
      'a document that is not listed',
      {
        ...own,
        documents: { MANUAL: { title: 'Mine', confidence: 'primary' } },
        services: { 'token-b2b': { path: '/a' } },
        sources: { '/services/token-b2b/path': { document: 'MANAUL', clause: '1' } },
      },
      'there is no document "MANAUL" under documents',
      '/sources/~1services~1token-b2b~1path/document',
      'Did you mean "MANUAL"?',
    ],
    [
      'a source of nothing',
      {
        ...own,
        documents: { MANUAL: { title: 'Mine', confidence: 'primary' } },
        sources: { '/services/token-b2b/path': { document: 'MANUAL', clause: '1' } },
      },
      '/services/token-b2b/path leads to no value of this profile',
      '/sources/~1services~1token-b2b~1path',
      'A source is given for a value',
    ],
    [
      'a schema that is not there',
      { ...own, services: { 'token-b2b': { schema: 'mine/token.json' } } },
      'there is no schema "mine/token.json"',
      `${at}/schema`,
      'Leave it out',
    ],
    [
      'an unknown base',
      { ...own, extends: 'snap-b1' },
      'there is no profile "snap-b1"',
      '/extends',
      'Did you mean "snap-bi"?',
    ],
    [
      'a base that is gone',
      { ...own, extends: './gone.yaml' },
      'there is no profile "./gone.yaml"',
      '/extends',
      `Known: ${shippedProfiles().join(', ')}.`,
    ],
  ] as const)('%s', ([, mine, what, pointer, remedy]) => {
    const [first, second, third] = refusal(mine).split('\n');
    expect(first).toContain(what);
    expect(second).toMatch(/^ {2}at .*mine\.yaml:\d+:\d+#/);
    expect(second?.split('#')[1]).toBe(pointer);
    expect(third ?? '').toContain(remedy ?? '');
  });

  test('a circle', () => {
    const message = refusal(
      { ...own, extends: './b.yaml' },
      { 'b.yaml': { ...own, extends: './c.yaml' }, 'c.yaml': { ...own, extends: './mine.yaml' } },
    );
    expect(message).toContain('the profile extends itself');
    expect(message).toContain('mine.yaml → b.yaml → c.yaml → mine.yaml');
    expect(refusal({ ...own, extends: './mine.yaml' })).toContain('mine.yaml → mine.yaml');
  });

  test('one that leaves values open', () => {
    const open = { name: 'mine', title: 'Mine', services: { 'token-b2b': { path: '/a' } } };
    expect(refusal(open)).toMatch(
      /^the profile leaves \/services\/token-b2b\/offered open\n {2}at .*mine\.yaml\n {2}Add `extends: snap-bi`/,
    );
    expect(refusal({ name: 'mine', title: 'Mine' })).toContain('leaves /services/token-b2b open');
  });

  test('one that settles every value itself needs no base', () => {
    const whole = { name: 'mine', title: 'Mine', services: standard.services };
    expect(loadMine(whole).services).toEqual(standard.services);
  });

  test('an unknown name: the nearest, or all', () => {
    expect(() => loadProfile('dooku', '/')).toThrow(
      'there is no profile "dooku"\n  Did you mean "doku"?',
    );
    expect(() => loadProfile('something', '/')).toThrow(`Known: ${shippedProfiles().join(', ')}.`);
  });
});
