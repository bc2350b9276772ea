import { execFileSync } from 'node:child_process';
import { packageRoot } from '../../src/engine/input/package-root.js';

/** What `npm pack` says about the tarball that it wrote. */
export interface Tarball {
  filename: string;
  files: { path: string }[];
}

/** Packs the package as it is published; the build was made before the tests. */
export function packInto(folder: string): Tarball {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const text = execFileSync('npm', args, { cwd: packageRoot, encoding: 'utf8', stdio: 'pipe' });
  const [only] = JSON.parse(text) as Tarball[];
  if (!only) throw new Error('npm pack says what it packed');
  return only;
}
