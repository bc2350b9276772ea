import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { hasOwnSchema, providers, readWireSchema, violations, wireAjv } from './wire-schema.js';

const wellFormedId = /^token-b2b(?:2c)?\/[a-z0-9-]+\/[a-z0-9-]+$/;

interface Tag {
  keyword: string | undefined;
  id: string;
  owner: Record<string, unknown>;
}

/** Every check id that a schema names, with the sub-schema it stands in. */
function tagsOf(schema: unknown): Tag[] {
  if (Array.isArray(schema)) return schema.flatMap(tagsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  const owner = schema as Record<string, unknown>;
  const tag = owner['x-requirement'];
  const own: Tag[] =
    typeof tag === 'string'
      ? [{ keyword: undefined, id: tag, owner }]
      : Object.entries((tag ?? {}) as Record<string, string>).map(([keyword, id]) => ({
          keyword,
          id,
          owner,
        }));
  const below = Object.entries(owner).filter(([key]) => key !== 'x-requirement');
  return [...own, ...below.flatMap(([, value]) => tagsOf(value))];
}

describe.each(providers.filter(hasOwnSchema))('the wire schema of %s', (provider) => {
  const schema = readWireSchema(provider);

  test('compiles in strict mode, each definition too', () => {
    const ajv = wireAjv();
    ajv.compile(schema);
    expect(Object.keys(schema.$defs)).toEqual([
      'path',
      'requestHeaders',
      'request',
      'responseHeaders',
      'response',
      'error',
    ]);
    for (const definition of Object.keys(schema.$defs)) {
      expect(ajv.getSchema(`${schema.$id}#/$defs/${definition}`), definition).toBeTypeOf(
        'function',
      );
    }
  });

  test('names well-formed check ids that the catalogue holds', () => {
    const catalogue = shippedCatalogue();
    const ids = tagsOf(schema).map((tag) => tag.id);
    expect(ids.length).toBeGreaterThan(20);
    for (const id of ids) {
      expect(id).toMatch(wellFormedId);
      expect(catalogue.has(id), id).toBe(true);
    }
  });

  test('names ids only for keywords that are next to them', () => {
    for (const { keyword, id, owner } of tagsOf(schema)) {
      if (keyword === undefined || keyword === 'required') continue;
      expect(Object.keys(owner), id).toContain(keyword);
    }
  });

  test('names an id for every keyword of an answer that can be broken', () => {
    const structural = [
      'x-requirement',
      'x-setting',
      'description',
      'title',
      'properties',
      'required',
      'allOf',
    ];
    const bare = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      const schema = value as Record<string, unknown>;
      const tag = schema['x-requirement'];
      const untagged = Object.keys(schema).filter(
        (keyword) =>
          !structural.includes(keyword) &&
          (tag === undefined ||
            (typeof tag === 'object' && tag !== null && !Object.hasOwn(tag, keyword))),
      );
      const members = [
        ...Object.values((schema.properties ?? {}) as object),
        ...((schema.allOf ?? []) as unknown[]),
      ];
      return [
        ...untagged.map((keyword) => `${keyword} in ${JSON.stringify(value)}`),
        ...members.flatMap(bare),
      ];
    };
    expect(bare(schema.$defs.response)).toEqual([]);
    expect(bare(schema.$defs.error)).toEqual([]);
    const { type: _, ...headers } = schema.$defs.responseHeaders as Record<string, unknown>;
    expect(bare(headers)).toEqual([]);
  });
});

test.each(providers)('the wire schema of %s, settled, compiles in strict mode', (provider) => {
  for (const service of ['token-b2b', 'transaction'] as const)
    expect(wireAjv().compile(readWireSchema(provider, service))).toBeTypeOf('function');
});

describe('what the wire schema of snap-bi lets through', () => {
  const schema = readWireSchema('snap-bi');
  const granted = { accessToken: 'a.b-c_~+/9==', tokenType: 'Bearer', expiresIn: '900' };

  test('a plain grant, with and without code, and with members of its own', () => {
    expect(violations(schema, 'response', granted)).toEqual([]);
    const full = {
      ...granted,
      responseCode: '2007300',
      responseMessage: 'Successful',
      additionalInfo: {},
    };
    expect(violations(schema, 'response', { ...full, scope: 'all' })).toEqual([]);
  });

  test.each([
    [{ responseCode: '2007301' }, '/responseCode', ['const']],
    [{ responseCode: 2007300 }, '/responseCode', ['const', 'type']],
    [{ responseMessage: '' }, '/responseMessage', ['minLength']],
    [{ responseMessage: 'm'.repeat(151) }, '/responseMessage', ['maxLength']],
    [{ accessToken: '' }, '/accessToken', ['minLength']],
    [{ accessToken: 'a'.repeat(2049) }, '/accessToken', ['maxLength']],
    [{ accessToken: 'two words' }, '/accessToken', ['pattern']],
    [{ accessToken: '===' }, '/accessToken', ['pattern']],
    [{ accessToken: null }, '/accessToken', ['type']],
    [{ tokenType: 'bearer' }, '/tokenType', ['enum']],
    [{ tokenType: 'MAC' }, '/tokenType', ['enum']],
    [{ tokenType: 'BearerToken' }, '/tokenType', ['enum', 'pattern']],
    [{ expiresIn: 900 }, '/expiresIn', ['type']],
    [{ expiresIn: '900.0' }, '/expiresIn', ['pattern']],
    [{ expiresIn: '-1' }, '/expiresIn', ['pattern']],
    [{ additionalInfo: '' }, '/additionalInfo', ['type']],
  ])('not %j', (change, path, keywords) => {
    const found = violations(schema, 'response', { ...granted, ...change });
    expect(found).toEqual(keywords.map((keyword) => ({ path, keyword })));
  });

  test.each(['accessToken', 'tokenType', 'expiresIn'])('not an answer without %s', (member) => {
    const { [member]: _, ...rest } = granted as Record<string, string>;
    expect(violations(schema, 'response', rest)).toEqual([{ path: '', keyword: 'required' }]);
  });

  test.each(['2020-01-01T00:00:00+07:00', '2020-01-01T00:00:00Z'])(
    'the response header X-TIMESTAMP %s',
    (text) => {
      expect(
        violations(schema, 'responseHeaders', { 'x-timestamp': text, 'x-client-key': 'c' }),
      ).toEqual([]);
    },
  );

  test.each(['2020-01-01 00:00:00+07:00', '2020-01-01T00:00:00.000Z', ''])(
    'not the response header %j',
    (text) => {
      const headers = { 'x-timestamp': text, 'x-client-key': 'c' };
      expect(violations(schema, 'responseHeaders', headers)).toEqual([
        { path: '/x-timestamp', keyword: 'x-timestamp-forms' },
      ]);
    },
  );

  test.each([
    [{ responseCode: '400730', responseMessage: 'm' }, '/responseCode', 'pattern'],
    [{ responseCode: 4007300, responseMessage: 'm' }, '/responseCode', 'type'],
    [{ responseCode: '4007300' }, '', 'required'],
    [
      { responseCode: '4007300', responseMessage: 'm'.repeat(151) },
      '/responseMessage',
      'maxLength',
    ],
    ['Bad Request', '', 'type'],
  ])('not the error %j', (body, path, keyword) => {
    expect(violations(schema, 'error', body)).toEqual([{ path, keyword }]);
  });
});

describe('a signature in canonical Base64', () => {
  const schema = readWireSchema('snap-bi');
  const headers = (signature: string) => ({
    'content-type': 'application/json; charset=utf-8',
    'x-timestamp': '2020-01-01T00:00:00+07:00',
    'x-client-key': 'c',
    'x-signature': signature,
  });

  test.each([54, 55, 56, 256, 384])('of %i bytes is let through', (length) => {
    const signature = Buffer.alloc(length, 0xfb).toString('base64');
    expect(violations(schema, 'requestHeaders', headers(signature))).toEqual([]);
  });

  test.each(['0af9'.repeat(128), '38+==', 'AB==', 'AAB=', 'AAA', 'A A=', '-_-_', '', 'AA==\n'])(
    'is not %j',
    (signature) => {
      const found = violations(schema, 'requestHeaders', headers(signature));
      expect(found.map(({ path }) => path)).toEqual(['/x-signature']);
    },
  );
});

test('DOKU: expiresIn is a text of digits or a number, and nothing else', () => {
  const schema = readWireSchema('doku');
  const grant = {
    responseCode: '2007300',
    responseMessage: 'S',
    accessToken: 't',
    tokenType: 'Bearer',
  };
  for (const expiresIn of ['900', 900]) {
    expect(violations(schema, 'response', { ...grant, expiresIn })).toEqual([]);
  }
  for (const expiresIn of [900.5, true, null]) {
    expect(violations(schema, 'response', { ...grant, expiresIn })).toEqual([
      { path: '/expiresIn', keyword: 'type' },
    ]);
  }
});

test('Ayolinx: the response code must be there, grantType and response headers need not', () => {
  const schema = readWireSchema('ayolinx');
  const grant = { accessToken: 't', tokenType: 'Bearer', expiresIn: '3600' };
  expect(violations(schema, 'response', grant)).toEqual([
    { path: '', keyword: 'required' },
    { path: '', keyword: 'required' },
  ]);
  expect(violations(schema, 'request', {})).toEqual([]);
  expect(violations(schema, 'responseHeaders', {})).toEqual([]);
});

test('Brick: the response code is a number, in a refusal a text or a number of seven digits', () => {
  const schema = readWireSchema('brick');
  const grant = { accessToken: 't', tokenType: 'Bearer', expiresIn: 900 };
  expect(violations(schema, 'response', { ...grant, responseCode: 2007300 })).toEqual([]);
  expect(violations(schema, 'response', { ...grant, responseCode: '2007300' })).toEqual([
    { path: '/responseCode', keyword: 'const' },
    { path: '/responseCode', keyword: 'type' },
  ]);
  const error = (responseCode: unknown) =>
    violations(schema, 'error', { responseCode, responseMessage: 'm' });
  for (const code of ['4007300', 4007300]) expect(error(code)).toEqual([]);
  expect(error(400730)).toEqual([{ path: '/responseCode', keyword: 'minimum' }]);
  expect(error(40073000)).toEqual([{ path: '/responseCode', keyword: 'maximum' }]);
  expect(error('400730')).toEqual([{ path: '/responseCode', keyword: 'pattern' }]);
});
