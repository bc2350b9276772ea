import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';

it('explained.yaml explains changes that there are, and nothing else', async () => {
  // It lists no change before it has found one for each explanation.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join('tests', 'mutation', 'run.mjs'), '--list', '--count', '1', '--seed', '4'],
    { cwd: packageRoot },
  );
  expect(stdout).toMatch(/^\S.*\n$/);
});
