import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { thrownMessage } from '../../../../src/engine/input/reading/thrown-message.js';
import { testCredentials } from '../../../support/sandbox-target.js';

const [client] = await testCredentials();
const random = randomBytes(18).toString('base64');
const environment = { SNAP_CLIENT_SECRET: 'open sesame', PATH: '/usr/bin:/bin' };
const source = "export default { clientSecret: 'plain words', 'apiKey' : \"other's\\\\n\" };";

test.for([
  ['a value of the environment', 'no: open sesame', 'open sesame'],
  ['a text of the source', 'got plain words', 'plain words'],
  ['a key', `bad ${client.privateKey}`, client.privateKey.split('\n')[3] ?? ''],
  ['the end of a key', `bad ${client.privateKey.slice(0, 400)}`, client.privateKey.slice(100, 140)],
  ['a token', `Bearer abc.def.ghi refused`, 'abc.def.ghi'],
  ['basic credentials', 'Basic dXNlcjpw failed', 'dXNlcjpw'],
  ['a value after its name', 'password=hunter2', 'hunter2'],
  ['a value in quotes after its name', `the client secret "hunter" is wrong`, 'hunter'],
  ['a value of JSON', `{"apiKey": "short"}`, 'short'],
  ['a value with a digit after its name', 'bad secret hunter2hunter2', 'hunter2'],
  ['what looks like one', `bad: ${random}`, random.slice(4, 16)],
] as const)('%s is not repeated', ([, message, secret]) => {
  const shown = thrownMessage(new Error(message), source, environment);
  expect(shown).not.toContain(secret);
  expect(shown).toContain('…');
});

test.for([
  'boom',
  "Cannot find module './gone.js'",
  "Cannot find module '/home/me/project-2024-with-a-long-name/keys/client1.pem'",
  'the secret is missing',
  'SNAP_CLIENT_SECRET is not set',
  'ParseError: Unexpected token, expected "," (2:12)',
  'read properties of undefined (reading "clientSecret")',
  'x is not a function',
])('%s stays', (message) => {
  expect(thrownMessage(new Error(message), source, environment)).toBe(message);
});

test('what is no error', () => {
  expect(thrownMessage(undefined, '', {})).toBe('undefined');
  expect(thrownMessage('a\nb', '', {})).toBe('a');
});
