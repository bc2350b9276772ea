import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { packInto } from './tarball.js';

/** The package as it is published. */
export interface Packed {
  /** Path of the tarball. */
  tarball: string;
  /** Paths of its files, as seen from the package's folder. */
  paths: string[];
  /** Removes the tarball. */
  remove(): void;
}

/** Packs the package into a folder of its own. */
export function pack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'snap-packed-'));
  const { filename, files } = packInto(folder);
  return {
    tarball: join(folder, filename),
    paths: files.map(({ path }) => path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Manifest {
  bin: Record<string, string>;
  dependencies: Record<string, string>;
}

/**
 * Lays the tarball into a folder as `npm install` would: its dependencies linked, since there is no network.
 * Its optional peers and devDependencies are missing, unless the project has them itself.
 *
 * @param own Packages that the project has besides: `vitest`.
 */
export function install({ tarball }: Packed, path: string, own: readonly string[] = []): void {
  const modules = join(path, 'node_modules');
  const here = join(packageRoot, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', modules]);
  execFileSync('mv', [join(modules, 'package'), join(modules, 'snap-conformance')]);
  const { bin, dependencies } = manifestIn(join(modules, 'snap-conformance'));
  for (const name of [...Object.keys(dependencies), ...own]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(here, name), join(modules, name));
  }
  const file = join(modules, 'snap-conformance', bin['snap-conformance'] ?? '?');
  chmodSync(file, 0o755);
  symlinkSync(file, join(modules, '.bin', 'snap-conformance'));
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
