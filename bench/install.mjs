/** What `npm install` of the packed package brings: megabytes on disk, and packages. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'snap-bench-'));
const npm = (args, cwd) => execFileSync('npm', args, { cwd, encoding: 'utf8' });

const tarball = npm(['pack', '--silent', '--pack-destination', folder], root)
  .trim()
  .split('\n')
  .at(-1);
writeFileSync(join(folder, 'package.json'), '{}');
npm(['install', '--silent', '--no-audit', '--no-fund', `./${tarball}`], folder);

function bytesIn(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return own.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}

const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
const installed = Object.keys(packages).filter((path) => path !== '');
const megabytes = bytesIn(join(folder, 'node_modules')) / 1e6;
console.log(`${megabytes.toFixed(1)} MB, ${installed.length} packages`);
rmSync(folder, { recursive: true });
