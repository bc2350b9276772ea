import { describe, expect, test } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { WireSchema } from '../../../src/engine/schema/wire-schema.js';
import { tokenB2bAdapter } from '../../../src/engine/services/token-b2b.js';
import { english } from '../../support/english.js';

const schema = tokenB2bAdapter.schema(loadProfile('snap-bi', '/').services['token-b2b']);
const grant = {
  responseCode: '2007300',
  responseMessage: 'Successful',
  accessToken: 'abc.def',
  tokenType: 'Bearer',
  expiresIn: '900',
  additionalInfo: {},
};

/** What is said about a grant with members replaced; undefined takes one away. */
function judged(changes: Record<string, unknown>) {
  const value = Object.fromEntries(
    Object.entries({ ...grant, ...changes }).filter(([, member]) => member !== undefined),
  );
  const findings = english(schema.judge('response', value));
  return {
    broken: Object.fromEntries(
      findings.filter(({ violation }) => violation !== undefined).map((f) => [f.id, f.violation]),
    ),
    ids: findings.map(({ id }) => id),
  };
}

const id = (name: string) => `token-b2b/${name}`;

test.for([
  [['jakarta'], '2024-03-19T11:46:16+07:00', undefined],
  [['jakarta'], '2024-03-19T12:46:16+08:00', 'the form offset is not documented'],
  [['jakarta'], '2024-03-19T11:46:16.123+07:00', 'the form offset-millis is not documented'],
  [['local-millis'], '2024-03-19T11:46:16.123', undefined],
  [['local-millis'], '2024-03-19T11:46:16', 'the form local is not documented'],
  [['offset'], '2024-03-19T11:46:16', 'no offset follows the time'],
  [['local'], '2024-02-30T11:46:16', '30 February'],
] as const)('forms %j: %s: %s', ([forms, text, says]) => {
  const { services } = loadProfile('snap-bi', '/', {
    services: { 'token-b2b': { success: { headers: { timestampForms: [...forms] } } } },
    file: 'test',
    pointer: '',
  });
  const headers = tokenB2bAdapter.schema(services['token-b2b']);
  const [found] = english(headers.judge('responseHeaders', { 'x-timestamp': text })).filter(
    (each) => each.id === 'token-b2b/response/timestamp-header-format',
  );
  if (says === undefined) expect(found).toEqual(expect.objectContaining({ violation: undefined }));
  else expect(found?.violation).toContain(says);
});

describe('a violation is attributed to the requirement that it breaks, and to no other', () => {
  test.for([
    [{}, {}],
    [{ expiresIn: undefined }, { 'expiry/present': 'expiresIn is missing' }],
    [{ expiresIn: 900 }, { 'expiry/type': 'expiresIn is 900, not of type string' }],
    [
      { expiresIn: '900.5' },
      { 'expiry/integer-value': 'expiresIn is "900.5": must match pattern "^[0-9]+$"' },
    ],
    [{ accessToken: undefined }, { 'response/access-token-present': 'accessToken is missing' }],
    [
      { accessToken: 7 },
      { 'response/access-token-present': 'accessToken is 7, not of type string' },
    ],
    [
      { accessToken: '' },
      { 'response/access-token-present': expect.stringContaining('accessToken is ""') },
    ],
    [{ accessToken: 'a b' }, { 'response/access-token-charset': expect.stringContaining('"a b"') }],
    [
      { accessToken: 'a'.repeat(3000) },
      {
        'response/access-token-length': 'accessToken has 3000 characters, at most 2048 are allowed',
      },
    ],
    [
      { tokenType: 'bearer' },
      { 'response/token-type-spelling': 'tokenType is "bearer", not one of "Bearer", "Mac"' },
    ],
    [{ tokenType: undefined }, { 'response/token-type': 'tokenType is missing' }],
    [
      { responseCode: 2007300 },
      { 'response/response-code': 'responseCode is 2007300, not of type string' },
    ],
    [
      { responseCode: '2007400' },
      { 'response/response-code': 'responseCode is "2007400", not "2007300"' },
    ],
    [
      { additionalInfo: '' },
      { 'response/additional-info': 'additionalInfo is "", not of type object' },
    ],
  ] as const)('%.60j', ([changes, broken]) => {
    const expected = Object.entries(broken).map(([name, violation]) => [id(name), violation]);
    expect(judged(changes).broken).toEqual(Object.fromEntries(expected));
  });
});

describe('what cannot be judged is left out', () => {
  test('a member that is absent and may be', () => {
    expect(judged({}).ids).toContain(id('response/response-code'));
    expect(judged({ responseCode: undefined }).ids).not.toContain(id('response/response-code'));
  });

  test('the finer points of a value that breaks a more basic one', () => {
    expect(judged({ expiresIn: 900 }).ids).not.toContain(id('expiry/integer-value'));
    expect(judged({ expiresIn: '900' }).ids).toContain(id('expiry/integer-value'));
  });

  test.for([[[]], [null], ['text'], [undefined]])('of %j: the members', ([value]) => {
    const findings = schema.judge('response', value);
    expect(findings.map((finding) => finding.id)).not.toContain(id('expiry/present'));
  });
});

test('headers are judged by their timestamp form', () => {
  const judge = (text: string) =>
    english(schema.judge('responseHeaders', { 'x-timestamp': text, 'x-client-key': 'a' })).find(
      (finding) => finding.id === id('response/timestamp-header-format'),
    )?.violation;
  expect(judge('2024-03-19T11:46:16+07:00')).toBeUndefined();
  expect(judge('2024-03-19T11:46:16.123+07:00')).toContain(
    'the form offset-millis is not documented',
  );
  expect(judge('2024-03-19 11:46:16+07:00')).toMatch(/^x-timestamp is "2024-03-19 11/);
});

test('each sub-schema that carries a requirement is found', () => {
  const small = new WireSchema({
    $defs: {
      response: {
        type: 'object',
        required: ['a/b'],
        properties: {
          'a/b': {
            type: 'object',
            'x-requirement': 's/a/outer',
            properties: { c: { type: 'string', 'x-requirement': { type: 's/a/inner' } } },
          },
        },
      },
    },
  });
  expect(small.requirements('response')).toEqual(['s/a/outer', 's/a/inner']);
  expect(english(small.judge('response', {}))).toEqual([
    { id: 's/a/outer', violation: expect.stringContaining('is missing') },
  ]);
  expect(english(small.judge('response', { 'a/b': { c: 1 } }))).toEqual([
    { id: 's/a/outer', violation: undefined },
    { id: 's/a/inner', violation: expect.stringContaining('not of type string') },
  ]);
});

test('a part that is never judged is never compiled', () => {
  const half = new WireSchema({
    $defs: {
      response: { type: 'object', 'x-requirement': 's/a/object' },
      error: { type: 'nothing', 'x-requirement': 's/a/error' },
    },
  });
  expect(half.judge('response', {})).toEqual([{ id: 's/a/object', violation: undefined }]);
  expect(half.requirements('error')).toEqual(['s/a/error']);
  expect(() => half.judge('error', {})).toThrow('nothing');
});
