import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { snap } from './command.js';
import { targetConfig, workspace } from './workspace.js';

let url = '';
let connections = 0;
const server = createServer((_, response) => response.end());
server.on('connection', () => {
  connections += 1;
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Runs a command that is wrong in some way; whatever it is, nothing is sent and no trace is printed. */
async function wrong(args: string[], files: Record<string, string> = {}): Promise<string> {
  const space = workspace();
  const target = await targetConfig(url);
  const { client } = target;
  const config = JSON.stringify({ targets: [target] });
  const all: Record<string, string> = {
    'snap.config.json': config,
    'client.pem': client.privateKey as string,
    'notes.txt': 'The key is in the safe, second drawer.',
    ...files,
  };
  for (const [file, text] of Object.entries(all)) if (text !== '') space.write(file, text);
  const { status, stderr, stdout } = await snap(args, { cwd: space.path });
  expect(status, stderr).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(connections).toBe(0);
  return stderr;
}

describe('options', () => {
  test.for<[string[], string[]]>([
    [['rnu'], ["unknown command 'rnu'", 'Did you mean run?']],
    [
      ['run', '--onyl', 'x'],
      ["unknown option '--onyl'", 'Did you mean --only?'],
    ],
    [['run', 'extra'], ['too many arguments']],
    [['run', '--out'], ["'--out <dir>' argument missing"]],
    [['run', '--seed', 'x'], ['--seed takes a whole number of 0 or more, or random, not "x"']],
    [['run', '--seed', '1.5'], ['--seed takes']],
    [['run', '--rate', '0'], ['--rate takes a number above 0, not "0"']],
    [['run', '--concurrency', '0'], ['--concurrency takes a whole number from 1 to 256']],
    [['run', '--max-requests', '-1'], ['--max-requests takes']],
    [['run', '--depth', 'fast'], ['Allowed choices are quick, standard, thorough']],
    [['run', '--shard', '3/2'], ['--shard takes I/N with I from 1 to N, not "3/2"']],
    [['run', '--shard', '0/2'], ['--shard takes']],
    [['run', '--shard', '2'], ['--shard takes']],
    [['run', '--shard', '99/999', '--only', '*/timestamp/*'], ['gets no check']],
    [
      ['run', '--reporter', 'json,htlm'],
      ['no reporter "htlm"', 'Did you mean "html"?'],
    ],
    [
      ['run', '--target', 'bnak'],
      ['no target "bnak"', 'Did you mean "bank"?'],
    ],
    [
      ['run', '--only', 'timestamp'],
      ['no check matches --only timestamp', '"*timestamp*"'],
    ],
    [
      ['run', '--only', '*/rejects-epcoh'],
      ['no check matches', 'Did you mean "*/rejects-epoch"?'],
    ],
    [['run', '--only', '*/epoch,*epoch'], ['no check matches --only */epoch']],
    [['run', '--skip', 'nothing'], ['no check matches --skip nothing']],
    [['run', '--skip', '*'], ['--skip leaves none']],
    [
      ['run', '--out', 'snap.config.json'],
      ["can't write there: that is a file", '--out DIR'],
    ],
    [
      ['run', '--config', 'nope.json'],
      ['there is no such file', 'nope.json'],
    ],
    [
      ['demo', '--fault', 'takes-epcoh'],
      ['no fault "takes-epcoh"', 'mean "takes-epoch"?'],
    ],
    [
      ['serve', '--fault', 'takes-epcoh'],
      ['no fault "takes-epcoh"', 'mean "takes-epoch"?'],
    ],
    [
      ['serve', '--variation', 'gzpi'],
      ['no variation "gzpi"', 'Did you mean "gzip"?'],
    ],
    [
      ['serve', '--profile', 'dok'],
      ['no profile "dok"', 'Did you mean "doku"?'],
    ],
    [['serve', '--port', '65536'], ['--port takes a whole number from 0 to 65535']],
    [
      ['serve', '--keys', 'client.pem'],
      ["can't write there: that is a file", '--keys DIR'],
    ],
    [
      ['list', '--profile', 'dok'],
      ['no profile "dok"', 'Did you mean "doku"?'],
    ],
    [['explain'], ["missing required argument 'id'"]],
    [
      ['explain', 'rejects-epcoh'],
      ['no requirement "rejects-epcoh"', 'rejects-epoch'],
    ],
  ])('%s', async ([args, said]) => {
    const stderr = await wrong(args);
    for (const words of said) expect(stderr).toContain(words);
  });

  it('prints the help for no command at all', async () => {
    const { status, stderr } = await snap([], { cwd: workspace().path });
    expect(status).toBe(2);
    expect(stderr).toContain('First steps:');
  });
});

describe('config', () => {
  const configOf = (target: object) => ({
    'snap.config.json': JSON.stringify({ targets: [target] }),
  });
  const client = { clientId: 'a', privateKey: { file: 'client.pem' } };
  const good = { name: 'bank', profile: 'snap-bi', baseUrl: 'http://127.0.0.1:1', client };

  test.for<[string, Record<string, string>, string[]]>([
    [
      'a mistyped member',
      configOf({ ...good, basUrl: 'x' }),
      ['unknown member "basUrl"', '#/targets/0/basUrl', 'Did you mean "baseUrl"?'],
    ],
    [
      'an unset variable',
      configOf({ ...good, client: { ...client, clientSecret: '${SNAP_TEST_UNSET}' } }),
      ['SNAP_TEST_UNSET is not set', '#/targets/0/client/clientSecret'],
    ],
    [
      'an unknown profile',
      configOf({ ...good, profile: 'snap-bo' }),
      ['no profile "snap-bo"', '#/targets/0/profile', 'Did you mean "snap-bi"?'],
    ],
    [
      'a key file that is not there',
      configOf({ ...good, client: { ...client, privateKey: { file: 'nope.pem' } } }),
      ['nope.pem', '#/targets/0/client/privateKey/file'],
    ],
    [
      'a newline at the end of a client id, and nothing is said of the server',
      configOf({ ...good, client: { ...client, clientId: 'toko-1\n' } }),
      ['clientId ends with a newline (U+000A)', '#/targets/0/client/clientId', 'Take it out'],
    ],
    ['JSON that breaks off', { 'snap.config.json': '{"targets": [' }, ['not valid JSON']],
    [
      'no config',
      { 'snap.config.json': '' },
      ['there is no config here', '"snap-conformance init" writes one', 'snap.config.yaml'],
    ],
  ])('%s', async ([, files, said]) => {
    const stderr = await wrong(['run'], files);
    for (const words of said) expect(stderr).toContain(words);
  });
});

describe('a target by flags', () => {
  const flags = (changes: Record<string, string | undefined> = {}) =>
    Object.entries({
      '--profile': 'snap-bi',
      '--base-url': 'http://127.0.0.1:1',
      '--client-id': 'a',
      '--private-key': 'client.pem',
      ...changes,
    }).flatMap(([name, value]) => (value === undefined ? [] : [name, value]));

  test.for<[string, string[], string[]]>([
    [
      'lacks some',
      flags({ '--profile': undefined, '--private-key': undefined }),
      ['needs --profile and --private-key too'],
    ],
    ['comes with a config', [...flags(), '--config', 'snap.config.json'], ['not by both']],
    ['has an unknown profile', flags({ '--profile': 'dok' }), ['at --profile', 'mean "doku"?']],
    ['has another scheme', flags({ '--base-url': 'ftp://x' }), ['at --base-url', '"ftp://x"']],
    [
      'has no such key file',
      flags({ '--private-key': 'no.pem' }),
      ['at --private-key', 'no.pem', 'working directory'],
    ],
    [
      'has a key file without a key',
      flags({ '--private-key': 'notes.txt' }),
      ['at --private-key', 'this is no PEM'],
    ],
    ['has an empty id', flags({ '--client-id': '' }), ['at --client-id']],
  ])('%s', async ([, args, said]) => {
    const stderr = await wrong(['run', ...args]);
    for (const words of said) expect(stderr).toContain(words);
  });
});
