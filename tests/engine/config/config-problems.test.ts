import { describe, expect, test } from 'vitest';
import { refusal } from './refusal.js';

type Json = Record<string, unknown>;

/** The message for a config of one target with these members replaced; undefined takes one away. */
function refusalOf(changes: Json, others: Json = {}): Promise<string> {
  const target = {
    name: 'a',
    profile: 'snap-bi',
    baseUrl: 'http://127.0.0.1:8080',
    client: { clientId: 'id', privateKey: { file: 'client.pem' } },
    ...changes,
  };
  return refusal('c.json', JSON.stringify({ targets: [target], ...others }));
}

const client = (privateKey: unknown) => ({ client: { clientId: 'id', privateKey } });
const at = (pointer: string) => `  at c.json#/targets/0${pointer}`;

describe('each mistake is reported once: what, where, how to fix it', () => {
  test.for([
    [{ concurrency: 3 }, 'unknown member "concurrency"', '/concurrency', 'Known members: name, '],
    [{ limits: { rates: 3 } }, 'unknown member "rates"', '/limits/rates', 'Did you mean "rate"?'],
    [
      { baseUrl: undefined, baseurl: 'http://a' },
      'unknown member "baseurl"',
      '/baseurl',
      'Did you mean "baseUrl"?',
    ],
    [{ customer: {} }, '"authCodes" is missing', '/customer', 'Add the member "authCodes".'],
    [{ customer: { authCodes: [] } }, 'needs at least 1 in the list', '/customer/authCodes', ''],
    [
      { customer: { authCodes: 'code' } },
      'must be a list or an object with "command" or an object with "url", not a string',
      '/customer/authCodes',
      'Authorization codes, each good for one use',
    ],
    [
      { customer: { authCodes: {} } },
      'must be a list or an object with "command" or an object with "url", not an empty object',
      '/customer/authCodes',
      'Authorization codes, each good for one use',
    ],
    [
      { customer: { authCodes: ['code'], expiredAuthCodes: { command: 'ls' } } },
      'must be a list, not a string',
      '/customer/expiredAuthCodes/command',
      'Program and arguments',
    ],
    [
      { customer: { authCodes: { url: 'ftp://a' } } },
      '"ftp://a" does not have the form that is asked for',
      '/customer/authCodes/url',
      'The form is ^https?://',
    ],
    [
      { customer: { authCodes: { urls: 'http://a' } } },
      'unknown member "urls"',
      '/customer/authCodes/urls',
      'Did you mean "url"?',
    ],
    [
      { customer: { authCodes: { url: 'http://a', method: 'PUT' } } },
      '"PUT" is not one of the allowed values',
      '/customer/authCodes/method',
      'Allowed: GET, POST.',
    ],
    [{ client: undefined }, '"client" is missing', '', 'Add the member "client".'],
    [
      { role: 'Provider' },
      '"Provider" is not one of the allowed values',
      '/role',
      'Did you mean "provider"? Allowed: provider, merchant.',
    ],
    [
      { role: 'bank' },
      '"bank" is not one of the allowed values',
      '/role',
      'Allowed: provider, merchant.',
    ],
    [{ role: 3 }, '3 is not one of the allowed values', '/role', 'Allowed: provider, merchant.'],
    [{ name: 7 }, 'must be a string, not 7', '/name', 'Unique in the config'],
    [{ name: '' }, 'must not be empty', '/name', 'Unique in the config'],
    [
      { limits: { rate: '10' } },
      'must be a number, not a string',
      '/limits/rate',
      'Requests a second.',
    ],
    [{ limits: { rate: 0 } }, 'must be more than 0, not 0', '/limits/rate', 'Requests a second.'],
    [
      { limits: { concurrency: 1.5 } },
      'must be a whole number, not 1.5',
      '/limits/concurrency',
      'Requests under way',
    ],
    [
      { limits: { concurrency: 257 } },
      'must be at most 256, not 257',
      '/limits/concurrency',
      'Requests under way',
    ],
    [
      { limits: { timeoutMs: 0 } },
      'must be at least 1, not 0',
      '/limits/timeoutMs',
      'For one answer',
    ],
    [{ limits: [] }, 'must be an object, not a list', '/limits', ''],
    [{ tls: null }, 'must be an object, not null', '/tls', ''],
    [
      { overrides: true },
      'must be an object, not true',
      '/overrides',
      "Values that replace the profile's",
    ],
    [
      { baseUrl: 'sandbox.example' },
      '"sandbox.example" does not have the form that is asked for',
      '/baseUrl',
      'http or https URL',
    ],
    [
      { baseUrl: 'https://a.example/?b' },
      '"https://a.example/?b" does not have the form',
      '/baseUrl',
      'The form is ^https?://',
    ],
    [
      client(3),
      'must be a string or an object with "file" or an object with "pem" or an object with "command", not 3',
      '/client/privateKey',
      'PEM text, or the file',
    ],
    [
      client(null),
      'must be a string or an object with "file" or an object with "pem" or an object with "command", not null',
      '/client/privateKey',
      'PEM text',
    ],
    [client(''), 'must not be empty', '/client/privateKey', ''],
    [
      client({}),
      'must be a string or an object with "file" or an object with "pem" or an object with "command", not an empty object',
      '/client/privateKey',
      'PEM text',
    ],
    [client({ file: 3 }), 'must be a string, not 3', '/client/privateKey/file', ''],
    [
      client({ fil: 'a' }),
      'unknown member "fil"',
      '/client/privateKey/fil',
      'Did you mean "file"?',
    ],
  ] as [Json, string, string, string][])('%j', async ([changes, what, pointer, remedy]) => {
    const lines = (await refusalOf(changes)).split('\n');
    expect(lines[0]).toContain(what);
    expect(lines[1]).toBe(at(pointer));
    expect(lines[2] ?? '').toContain(remedy);
    expect(lines.length).toBeLessThanOrEqual(3);
  });

  test('the config as a whole', async () => {
    expect(await refusal('c.json', '[]')).toMatch(
      /^must be an object, not a list\n {2}at c\.json#\n/,
    );
    expect(await refusal('c.yaml', '')).toMatch(/^must be an object, not null\n {2}at c\.yaml#\n/);
    expect(await refusal('c.json', '{"targets":[]}')).toBe(
      'needs at least 1 in the list\n  at c.json#/targets',
    );
    expect(await refusal('c.ts', 'export const config = {};')).toContain('"targets" is missing');
    expect(await refusal('c.ts', 'export default () => ({})')).toMatch(
      /^must be an object, not a function/,
    );
  });

  test('two targets of one name', async () => {
    const [one] = [
      { name: 'a', profile: 'x', baseUrl: 'http://a', client: { clientId: 'i', privateKey: 'k' } },
    ];
    expect(
      await refusal('c.json', JSON.stringify({ targets: [one, { ...one, name: 'b' }, one] })),
    ).toBe(
      'two targets are named "a"\n  at c.json#/targets/2/name\n  Reports tell targets apart by name: give each its own.',
    );
  });
});

test('several mistakes are all reported', async () => {
  const message = await refusalOf(
    { role: 'bank', limits: { rate: -1, retries: 3 }, client: undefined },
    { target: 1 },
  );
  for (const what of [
    'unknown member "target"\n  at c.json#/target\n  Did you mean "targets"?',
    '"client" is missing\n  at c.json#/targets/0\n',
    `"bank" is not one of the allowed values\n${at('/role')}\n`,
    `must be more than 0, not -1\n${at('/limits/rate')}\n`,
    `unknown member "retries"\n${at('/limits/retries')}\n`,
  ])
    expect(message).toContain(what);
  expect(message.match(/^ {2}at /gm)).toHaveLength(5);
});
