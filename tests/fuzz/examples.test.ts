import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { InputProblem } from '../../src/engine/input/input-problem.js';
import { kinds } from './inputs.js';

/** Inputs that once crashed the command, and others of their kind. */
test.for([
  [
    'profile',
    'mine.json',
    '{"name": {"toString": 0}, "title": "x"}',
    'must be a string, not an object',
  ],
  [
    'profile',
    'mine.yaml',
    'name: {valueOf: 0, toString: 1}\ntitle: x',
    'must be a string, not an object',
  ],
  [
    'config',
    'snap.config.json',
    '{"targets": [{"name": {"toString": 0}}]}',
    'must be a string, not an object',
  ],
  [
    'baseline',
    'baseline.json',
    '{"known": [{"target": {"toString": 0}}]}',
    'must be a string, not an object',
  ],
  ['result', 'result.json', '{"schemaVersion": ""}', 'must be 1, not a string'],
  [
    'config',
    'snap.config.yaml',
    '{"targets": [], ? {"clientSecret": "hunter2hunter2"} : 1}',
    'the name of a member must be a text',
  ],
] as const)('%s %s: %s', async ([kind, name, text, what]) => {
  const folder = mkdtempSync(join(tmpdir(), 'snap-example-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, text);
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  onTestFinished(() => warned.mockRestore());
  const error = await Promise.resolve()
    .then(() => kinds[kind]?.use(file, folder, 0))
    .catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(InputProblem);
  expect((error as InputProblem).message).toContain(what);
  // A parser's warning would repeat what stands in the file.
  expect(warned).not.toHaveBeenCalled();
});
