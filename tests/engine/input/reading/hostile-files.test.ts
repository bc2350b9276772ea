import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputProblem } from '../../../../src/engine/input/input-problem.js';
import { readDataFile } from '../../../../src/engine/input/read-data.js';
import { holdsItself } from '../../../../src/engine/input/reading/holds-itself.js';
import { readBytes } from '../../../../src/engine/input/reading/read-bytes.js';
import { validateInput } from '../../../../src/engine/input/validate-input.js';
import { snap, start } from '../../../cli/command.js';
import { sandboxWorkspace, targetConfig, workspace } from '../../../cli/workspace.js';

function problemOf(read: () => unknown): InputProblem {
  try {
    read();
  } catch (error) {
    if (error instanceof InputProblem) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

it('a file that never ends is refused, one that is just short enough is read', () => {
  expect(problemOf(() => readBytes('/dev/zero', '/dev/zero', 1000))).toMatchObject({
    code: 'file-too-large',
    file: '/dev/zero',
  });
  const space = workspace();
  const file = space.write('text', 'a'.repeat(100_000));
  expect(readBytes(file, file, 100_000).length).toBe(100_000);
  expect(problemOf(() => readBytes(file, file, 99_999)).code).toBe('file-too-large');
  expect(readBytes(space.write('none', '')).length).toBe(0);
});

it('what comes through a pipe in pieces is read to its end', async () => {
  const space = workspace();
  const pipe = join(space.path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reading = start(['key', pipe], { cwd: space.path });
  // More than a pipe holds at once.
  createWriteStream(pipe).end('a line of a log\n'.repeat(10_000));
  expect((await reading.ended).stdout).toContain('the key is 160000 bytes long');
});

it.each([
  ['a list within itself', 'targets: &a\n  - *a\n', 'a part of itself'],
  ['an object within itself', 'targets:\n  - &a\n    client: *a\n', 'a part of itself'],
  ['brackets without end', '['.repeat(100_000), 'nested deeper'],
  ['brackets that end', '['.repeat(20_000) + ']'.repeat(20_000), 'nested deeper'],
  ['dashes without end', `${'- '.repeat(20_000)}x`, 'nested deeper'],
  [
    'indentation without end',
    Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
    'nested deeper',
  ],
  [
    'aliases that multiply',
    `a: &a [${'x,'.repeat(50)}]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]\n`,
    'alias',
  ],
])('%s is one error', (_, text, what) => {
  const file = workspace().write('mine.yaml', text);
  const { message } = problemOf(() => readDataFile(file, 'mine.yaml'));
  expect(message).toContain(what);
  expect(message).toContain('at mine.yaml');
});

it('an alias that is no part of itself is read', () => {
  const file = workspace().write('mine.yaml', 'a: &a {x: 1}\nb: [*a, *a]\n');
  expect(readDataFile(file)).toEqual({ a: { x: 1 }, b: [{ x: 1 }, { x: 1 }] });
  const shared = { x: 1 };
  expect(holdsItself([shared, { shared }])).toBe(false);
});

it('of very many mistakes the first are told, each of them true', async () => {
  const { client } = await targetConfig('http://127.0.0.1:9');
  const target = { name: 'a', profile: 'snap-bi', baseUrl: 'http://127.0.0.1:9', client };
  const padding = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x${i}`, 1]));
  const targets = Array.from({ length: 2000 }, () => ({ ...padding, ...target }));
  const problem = problemOf(() => validateInput('config', { targets }, 'mine.json'));
  // The target's own members come last, and none of them is missing.
  expect(problem.problems.every(({ what }) => what.startsWith('unknown member "x'))).toBe(true);
  expect(problem.message).toMatch(/and at least \d+ more$/);
  expect(problem.message.split('\n').length).toBe(3 * 50 + 1);
});

it('very many values without a mistake are read', () => {
  const known = Array.from({ length: 10_000 }, (_, index) => ({
    target: `bank ${index}`,
    check: 'token-b2b/expiry/type',
    reason: 'x',
    expires: '2027-01-01',
  }));
  expect(() => validateInput('baseline', { known }, 'b.yaml')).not.toThrow();
});

it('names with line ends and escape sequences act on no terminal', async () => {
  const space = await sandboxWorkspace();
  const [target] = JSON.parse(space.read('snap.config.json')).targets;
  const name = 'bank\n\u001b[2Jnot tested';
  space.write('snap.config.json', JSON.stringify({ targets: [{ ...target, name }] }));
  const only = ['--only', 'token-b2b/expiry/type'];
  for (const words of [
    ['run', ...only],
    ['run', '--verbose', ...only],
    ['doctor'],
    ['detect'],
    ['list'],
  ]) {
    const { status, stdout, stderr } = await snap(words, { cwd: space.path });
    expect(status, stderr).toBe(0);
    expect(stdout + stderr).not.toContain('\u001b[2J');
  }
  const { stderr } = await snap(['run', '--verbose', ...only], { cwd: space.path });
  expect(stderr).toContain(' bank<U+000A><U+001B>[2Jnot tested token-b2b/expiry/type ');
  const strange = { targets: [{ ...target, 'x\ny\u001b[2J': 1 }] };
  space.write('snap.config.json', JSON.stringify(strange));
  const wrong = await snap(['run'], { cwd: space.path });
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).not.toContain('\u001b');
  expect(wrong.stderr.split('\n').length).toBe(4);
});
