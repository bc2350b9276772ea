import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../../src/engine/input/package-root.js';

/** A registry of npm on loopback. */
export interface Registry {
  url: string;
  /** The names of the packages that were taken from it. */
  taken: Set<string>;
  close(): void;
}

/** What somebody else has registered under our name. */
const squatted = {
  name: 'snap-conformance',
  version: '99.0.0',
  bin: { 'snap-conformance': 'theirs.js' },
};

/**
 * Starts a registry that has what is installed here and needed at run time: npm installs from it without a network.
 * Besides, it offers somebody else's package under the name of this one, and tells if anybody takes that.
 */
export async function startRegistry(): Promise<Registry> {
  const packages: { folder?: string; manifest: Manifest }[] = [
    ...runtimeFolders().map((folder) => ({ folder, manifest: manifestOf(folder) })),
    { manifest: squatted },
  ];
  const taken = new Set<string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1);
    // npm keeps in its cache what doesn't change.
    response.setHeader('cache-control', 'public, max-age=3600, immutable');
    if (path.startsWith('-/')) {
      const { folder, manifest } = packages[Number(path.slice(2))] ?? {};
      if (manifest) taken.add(manifest.name);
      response.end(folder === undefined ? '' : tarballOf(folder));
      return;
    }
    const versions = packages.flatMap(({ manifest }, index) => {
      const dist = { tarball: `${url}/-/${index}` };
      return manifest.name === path ? [[manifest.version, { ...manifest, dist }] as const] : [];
    });
    response.statusCode = versions.length > 0 ? 200 : 404;
    const tags = { latest: versions.at(-1)?.[0] };
    const document = { name: path, 'dist-tags': tags, versions: Object.fromEntries(versions) };
    response.end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    taken,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Manifest {
  name: string;
  version: string;
}

/** The folders of the packages that the lockfile has for run time, if they are installed on this platform. */
function runtimeFolders(): string[] {
  const { packages } = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path]) => join(packageRoot, path))
    .filter((folder) => existsSync(join(folder, 'package.json')));
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function tarballOf(folder: string): Buffer {
  const args = ['-cf', '-', '--exclude=./node_modules', '--transform=s,^\\.,package,', '.'];
  const tar = execFileSync('tar', args, { cwd: folder, maxBuffer: 2 ** 28 });
  return gzipSync(tar, { level: 1 });
}
