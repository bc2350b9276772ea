import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { shareClients } from './test-clients.js';

/** What the build is made of. */
const sources = ['src', 'suites', 'reports', 'schemas', 'specs', 'scripts', 'package.json'];

/** Builds what the tests run, if the build is missing or older than a file that it is made of; makes their clients. */
export default async function setup(): Promise<void> {
  await shareClients();
  const built = join(packageRoot, 'dist/specs');
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (sources.some((source) => newest(join(packageRoot, source)) > builtAt))
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: packageRoot, stdio: 'inherit' });
}

/** Milliseconds at which anything in a file or folder last changed. */
function newest(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce(
    (at, name) => Math.max(at, newest(join(path, name))),
    own.mtimeMs,
  );
}
