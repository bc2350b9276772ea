import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../../src/engine/config/config.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';

/** The message with which a config is refused. */
async function refusal(name: string, text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'snap-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  const error = await loadConfig(name, folder, {}).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(InputProblem);
  return (error as InputProblem).message;
}

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
      'must be a list or an object with "command" or an object with "url", not an object',
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
      'must be a string or an object with "file", not 3',
      '/client/privateKey',
      'PEM text, or the file',
    ],
    [
      client(null),
      'must be a string or an object with "file", not null',
      '/client/privateKey',
      'PEM text',
    ],
    [client(''), 'must not be empty', '/client/privateKey', ''],
    [client({}), '"file" is missing', '/client/privateKey', 'Add the member "file".'],
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

describe('files that cannot be read as what they are', () => {
  test.for([
    ['c.json', '{"a": abc}', 'not valid JSON: this is no value', 'c.json:1:7'],
    ['c.json', '{\n "a": 1,\n}', 'not valid JSON: a comma too many', 'c.json:3:1'],
    ['c.json', '{"a": 1} {}', 'not valid JSON: the text should end here', 'c.json:1:10'],
    ['c.json', '', 'not valid JSON: the text ends too early', 'c.json:1:1'],
    ['c.json', '// hello\n{}', 'not valid JSON: comments are not allowed', 'c.json:1:1'],
    [
      'c.json',
      "{'a': 1}",
      'not valid JSON: a member name in double quotes is missing',
      'c.json:1:2',
    ],
    ['c.yaml', 'a: 1\nb: [1', 'not valid YAML: Flow sequence', 'c.yaml:2:6'],
    ['c.yaml', 'a: 1\na: 2', 'not valid YAML: Map keys must be unique', 'c.yaml:2:1'],
    ['c.yaml', 'a: *nowhere', 'not valid YAML: Unresolved alias', 'c.yaml'],
    [
      'c.ts',
      'export default {\n  targets: [}',
      'the config could not be run: ParseError',
      'c.ts:2:12',
    ],
    ['c.mjs', "throw new Error('boom')", 'the config could not be run: boom', 'c.mjs'],
    ['c.mjs', 'throw undefined', 'the config could not be run: undefined', 'c.mjs'],
    [
      'c.ts',
      "import './gone.js';",
      "the config could not be run: Cannot find module './gone.js'",
      'c.ts',
    ],
  ] as const)('%s: %j', async ([name, text, what, place]) => {
    const [first, second, third] = (await refusal(name, text)).split('\n');
    expect(first).toContain(what);
    expect(second).toBe(`  at ${place}`);
    expect(third).toMatch(/^ {2}\S/);
  });
});

describe('no message repeats a secret', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const secret = 'hunter2hunter2';

  test.for([
    ['c.json', `{"clientSecret": "${secret}" "b"}`],
    ['c.json', `{"clientSecret": ${secret}}`],
    ['c.json', `{"clientSecret": "${secret}\n"}`],
    ['c.json', `{"privateKey": "${privateKey}"}`],
    ['c.yaml', `clientSecret: "${secret}" x`],
    ['c.yaml', `clientSecret: @${secret}`],
    ['c.yaml', `privateKey: "${privateKey}`],
    ['c.yaml', `a: b: ${secret}`],
    ['c.json', JSON.stringify({ targets: [{ role: privateKey, profile: secret }] })],
    ['c.json', JSON.stringify({ targets: [{ baseUrl: `ftp://me:${secret}@a.example` }] })],
    ['c.json', JSON.stringify({ targets: [{ baseUrl: privateKey }] })],
    [
      'c.json',
      JSON.stringify({ targets: [{ client: { clientId: [secret], privateKey: [privateKey] } }] }),
    ],
  ] as const)('%s: %.30s', async ([name, text]) => {
    const message = await refusal(name, text);
    expect(message).not.toContain(secret.slice(0, 7));
    for (const line of privateKey.split('\n')) {
      if (line !== '') expect(message).not.toContain(line.slice(0, 10));
    }
  });
});
