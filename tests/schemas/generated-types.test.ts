import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';

const run = promisify(execFile);

let copy: string;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'snap-conformance-types-'));
  for (const folder of ['schemas', 'scripts']) {
    await cp(join(packageRoot, folder), join(copy, folder), { recursive: true });
  }
  await cp(join(packageRoot, 'package.json'), join(copy, 'package.json'));
  await symlink(join(packageRoot, 'node_modules'), join(copy, 'node_modules'), 'dir');
});

afterEach(async () => {
  await rm(copy, { recursive: true, force: true });
});

const check = (root: string) =>
  run(process.execPath, [join(root, 'scripts', 'generate-types.mjs'), '--check']);

test('the committed types are those of the schemas', async () => {
  const { stdout } = await check(packageRoot);
  expect(stdout).toBe('');
});

test.each(['profile.ts', 'snap-bi/token-b2b.ts'])('a changed %s is found', async (file) => {
  await appendFile(join(copy, 'schemas', 'generated', file), '// changed\n');
  await expect(check(copy)).rejects.toMatchObject({
    code: 1,
    stdout: `differs: ${join('schemas', 'generated', file)}\n`,
  });
});

test('types that are missing are found', async () => {
  await rm(join(copy, 'schemas', 'generated', 'doku'), { recursive: true });
  await expect(check(copy)).rejects.toMatchObject({
    code: 1,
    stdout: `differs: ${join('schemas', 'generated', 'doku', 'token-b2b.ts')}\n`,
  });
});
