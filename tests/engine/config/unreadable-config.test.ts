import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { refusal } from './refusal.js';

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
