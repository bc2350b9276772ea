import { describe, expect, test } from 'vitest';
import type { TokenB2b } from '../../../schemas/resolved.js';
import { escapePointer } from '../../../src/engine/input/json-pointer.js';
import { loadProfile, shippedProfiles } from '../../../src/engine/profile/profile.js';
import { applySettings } from '../../../src/engine/schema/apply-settings.js';
import {
  createWireAjv,
  readWireSchema,
  WireSchema,
} from '../../../src/engine/schema/wire-schema.js';
import { english } from '../../support/english.js';

const settingsOf = (name: string): TokenB2b => loadProfile(name, '/').services['token-b2b'];
const standard = settingsOf('snap-bi');

const withOwnSchema = shippedProfiles().filter((name) =>
  settingsOf(name).schema.startsWith(`${name}/`),
);

test.for(withOwnSchema)('the schema of %s says what its profile says', (name) => {
  const settings = settingsOf(name);
  const schema = readWireSchema(settings.schema);
  expect(applySettings(schema, settings)).toEqual(schema);
});

test('the schema of B2B2C says what the standard says', () => {
  const settings = loadProfile('snap-bi', '/').services['token-b2b2c'];
  const schema = readWireSchema(settings.schema);
  // The values of grantType are listed by their credential, not by their letters.
  const { grantType } = schema.$defs.request?.['properties'] as Record<string, { enum: string[] }>;
  grantType?.enum.splice(
    0,
    4,
    ...settings.grantType.authorizationCode,
    ...settings.grantType.refreshToken,
  );
  expect(applySettings(schema, settings)).toEqual(schema);
});

/** Pointers at which two JSON values differ, the highest that were added or taken away whole. */
function differences(a: unknown, b: unknown, at = ''): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isPlain(a) || !isPlain(b)) return [at];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], `${at}/${escapePointer(key)}`),
  );
}

describe('a schema that names what is not there is a mistake of ours', () => {
  const withSetting = (setting: object) => ({
    $defs: { request: { properties: { a: { type: 'string', 'x-setting': setting } } } },
  });

  test.for([
    [{ const: '/nothing' }, 'no service has the setting /nothing'],
    [{ colour: '/path' }, 'no setting applies as "colour"'],
  ] as const)('%j', ([setting, said]) => {
    expect(() => applySettings(withSetting(setting), standard)).toThrow(said);
  });
});

type Change = (settings: TokenB2b) => void;

describe('each setting changes its own place and no other', () => {
  const cases: [string, Change, string[]][] = [
    [
      'timestamp/accept',
      (s) => (s.timestamp.accept = ['utc']),
      ['/requestHeaders/properties/x-timestamp/x-timestamp-forms'],
    ],
    [
      'grantType/value',
      (s) => (s.grantType.value = 'other'),
      ['/request/properties/grantType/const'],
    ],
    ['grantType/presence', (s) => (s.grantType.presence = 'optional'), ['/request/required']],
    [
      'grantType/member',
      (s) => (s.grantType.member = 'grant_type'),
      ['/request/required', '/request/properties/grantType', '/request/properties/grant_type'],
    ],
    [
      'success/headers/timestampForms',
      (s) => (s.success.headers.timestampForms = ['utc']),
      ['/responseHeaders/properties/x-timestamp/x-timestamp-forms'],
    ],
    [
      'success/headers/X-TIMESTAMP',
      (s) => (s.success.headers['X-TIMESTAMP'] = 'unspecified'),
      ['/responseHeaders/required'],
    ],
    [
      'success/headers/X-CLIENT-KEY',
      (s) => (s.success.headers['X-CLIENT-KEY'] = 'optional'),
      ['/responseHeaders/required'],
    ],
    [
      'success/code',
      (s) => (s.success.code = '2017300'),
      ['/response/properties/responseCode/const'],
    ],
    [
      'success/code, several',
      (s) => (s.success.code = ['2007300', '2000000']),
      ['/response/properties/responseCode/const', '/response/properties/responseCode/enum'],
    ],
    ['codeForm', (s) => (s.codeForm = 'own'), ['/error/properties/responseCode/pattern']],
    [
      'serviceCode, letters',
      (s) => (s.serviceCode = 'US'),
      ['/error/properties/responseCode/pattern'],
    ],
    [
      'success/codeTypes',
      (s) => (s.success.codeTypes = ['string', 'integer']),
      [
        '/response/properties/responseCode/type',
        '/response/properties/responseCode/const',
        '/response/properties/responseCode/enum',
        '/error/properties/responseCode/type',
        '/error/properties/responseCode/minimum',
        '/error/properties/responseCode/maximum',
        '/error/properties/responseCode/x-requirement/minimum',
        '/error/properties/responseCode/x-requirement/maximum',
      ],
    ],
    ['success/codePresence', (s) => (s.success.codePresence = 'required'), ['/response/required']],
    [
      'success/tokenMaxLength',
      (s) => (s.success.tokenMaxLength = 3000),
      ['/response/properties/accessToken/maxLength'],
    ],
    [
      'success/tokenTypes',
      (s) => (s.success.tokenTypes = ['bearer']),
      ['/response/properties/tokenType/allOf'],
    ],
    [
      'success/tokenTypes, unspecified',
      (s) => (s.success.tokenTypes = 'unspecified'),
      ['/response/properties/tokenType/allOf'],
    ],
    [
      'success/expiresIn/maxLength',
      (s) => (s.success.expiresIn.maxLength = 5),
      [
        '/response/properties/expiresIn/maxLength',
        '/response/properties/expiresIn/x-requirement/maxLength',
      ],
    ],
    [
      'success/expiresIn/types',
      (s) => (s.success.expiresIn.types = ['string', 'integer']),
      ['/response/properties/expiresIn/type'],
    ],
    [
      'success/expiresIn/types, integer',
      (s) => (s.success.expiresIn.types = ['integer']),
      ['/response/properties/expiresIn/type', '/response/properties/expiresIn/pattern'],
    ],
    [
      'success/additionalInfo',
      (s) => (s.success.additionalInfo = 'string'),
      ['/response/properties/additionalInfo/type'],
    ],
    [
      'success/additionalInfo, unspecified',
      (s) => (s.success.additionalInfo = 'unspecified'),
      ['/response/properties/additionalInfo'],
    ],
    // These are judged by code, not by the schema.
    ['path', (s) => (s.path = '/mine'), []],
    ['serviceCode', (s) => (s.serviceCode = '74'), []],
    ['timestamp/reject', (s) => (s.timestamp.reject = ['utc']), []],
    ['timestamp/window', (s) => (s.timestamp.window = { pastSeconds: 1, futureSeconds: 1 }), []],
    ['signature/encoding', (s) => (s.signature.encoding = 'hex'), []],
    ['success/message', (s) => (s.success.message = 'Fine'), []],
    ['success/expiresIn/seconds', (s) => (s.success.expiresIn.seconds = 1), []],
    ['answers', (s) => (s.answers.method = 'unspecified'), []],
  ];

  test.for(cases)('%s', ([, change, places]) => {
    const schema = readWireSchema(standard.schema);
    const before = structuredClone(schema);
    const settings = structuredClone(standard);
    change(settings);
    const settled = applySettings(schema, settings);
    expect(differences(schema, settled).sort()).toEqual(
      places.map((place) => `/$defs${place}`).sort(),
    );
    // The schema of the file is left as it was, for the next target.
    expect(schema).toEqual(before);
  });
});

describe('what the settled schema says', () => {
  const judge = (change: Change, part: 'response' | 'request', value: unknown) => {
    const settings = structuredClone(standard);
    change(settings);
    const schema = applySettings(readWireSchema(settings.schema), settings);
    return createWireAjv().compile(schema.$defs[part] as object)(value);
  };
  const grant = { accessToken: 'a', tokenType: 'Bearer', expiresIn: '900' };

  test.for([
    [{}, true],
    [{ tokenType: 'Mac' }, true],
    [{ tokenType: 'MAC' }, false],
    [{ tokenType: 'Other' }, false],
    [{ expiresIn: 900 }, false],
    [{ accessToken: 'a'.repeat(2049) }, false],
    [{ responseCode: '2007300' }, true],
    [{ responseCode: '2007400' }, false],
    [{ additionalInfo: {} }, true],
    [{ additionalInfo: '' }, false],
  ] as const)('of the standard: %.40j: %s', ([changes, valid]) => {
    expect(judge(() => {}, 'response', { ...grant, ...changes })).toBe(valid);
  });

  test('another member for the grant type takes over all that was said about it', () => {
    const change: Change = (settings) => {
      settings.grantType = { member: 'grant_type', value: 'x', presence: 'required' };
    };
    expect(judge(change, 'request', { grant_type: 'x' })).toBe(true);
    expect(judge(change, 'request', { grant_type: 'y' })).toBe(false);
    expect(judge(change, 'request', { grantType: 'x' })).toBe(false);
  });

  test('a type that a schema does not mention is added with its requirement', () => {
    const settings = structuredClone(settingsOf('ayolinx'));
    settings.success.additionalInfo = 'object';
    const schema = new WireSchema(applySettings(readWireSchema(settings.schema), settings));
    expect(schema.requirements('response')).toContain('token-b2b/response/additional-info');
    expect(english(schema.judge('response', { ...grant, additionalInfo: '' }))).toContainEqual({
      id: 'token-b2b/response/additional-info',
      violation: 'additionalInfo is "", not of type object',
    });
  });
});
