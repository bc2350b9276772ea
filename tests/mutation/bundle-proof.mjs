import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes one module of prove-mutant.mjs and the tests' helpers, which are TypeScript: loading them from their
 * sources would take longer than most proofs. The servers are those of the sandbox of a copy of the package.
 *
 * @returns the module's file, in the folder of the copy
 */
export async function bundleProof(copy) {
  const outfile = join(copy, 'prove-mutant.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('prove-mutant.mjs', import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
    plugins: [{ name: 'as-built', setup: (bundle) => leaveOut(bundle, copy) }],
  });
  return outfile;
}

/** Leaves out the package's sources, which the copy has built, and its scripts. */
function leaveOut(bundle, copy) {
  bundle.onResolve({ filter: /^\.\.\/\.\.\/(?:src|suites|scripts)\// }, ({ path, resolveDir }) => {
    const file = resolve(resolveDir, path);
    if (path.endsWith('.mjs')) return { path: file, external: true };
    const built = relative(packageRoot, file).replace(/\.ts$/, '.js');
    return { path: join(copy, 'dist', built), external: true };
  });
}
